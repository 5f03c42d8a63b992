package io.dronedelivery.packaging.domain;

class InMemoryCustodiesTest extends CustodiesContract {
    private final InMemoryCustodies custodies = new InMemoryCustodies();

    @Override
    protected Custodies custodies() {
        return custodies;
    }
}
