package io.dronedelivery.accounting;

import io.dronedelivery.testing.Architecture;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final String SERVICE = "io.dronedelivery.accounting";

    @Test
    void theArrowsPointInward() {
        Architecture.check(SERVICE);
    }

    @Test
    void eachPackageUsesOnlyThoseThatItMay() {
        Architecture.checkPackages(
                SERVICE,
                Map.of(
                        "domain", List.of("domain.bill", "domain.ledger"),
                        "domain.bill", List.of("domain.ledger"),
                        "domain.ledger", List.of()));
    }
}
