package io.dronedelivery.transport;

import io.dronedelivery.testing.Architecture;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final String SERVICE = "io.dronedelivery.transport";

    @Test
    void theArrowsPointInward() {
        Architecture.check(SERVICE);
    }

    @Test
    void eachPackageUsesOnlyThoseThatItMay() {
        Architecture.checkPackages(
                SERVICE,
                Map.of(
                        "domain", List.of("domain.carrier", "domain.overland"),
                        "domain.overland", List.of("domain.carrier"),
                        "domain.carrier", List.of()));
    }
}
