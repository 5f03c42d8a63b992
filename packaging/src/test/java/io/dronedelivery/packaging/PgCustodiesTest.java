package io.dronedelivery.packaging;

import io.dronedelivery.packaging.domain.Custodies;
import io.dronedelivery.packaging.domain.CustodiesContract;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class PgCustodiesTest extends CustodiesContract {
    private final Custodies custodies;

    PgCustodiesTest(Custodies custodies) {
        this.custodies = custodies;
    }

    @Override
    protected Custodies custodies() {
        return custodies;
    }
}
