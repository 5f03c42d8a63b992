package io.dronedelivery.delivery;

import io.dronedelivery.testing.Architecture;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final String SERVICE = "io.dronedelivery.delivery";

    @Test
    void theArrowsPointInward() {
        Architecture.check(SERVICE);
    }

    /** Evidence knows no other slice of the domain, and no way to a delivery (request, attempt, tracking, view) another. */
    @Test
    void eachPackageUsesOnlyThoseThatItMay() {
        List<String> states = List.of("domain.decision", "domain.lifecycle", "domain.evidence");
        Architecture.checkPackages(
                SERVICE,
                Map.ofEntries(
                        Map.entry("owner", List.of("domain..")),
                        Map.entry("store", List.of("domain..")),
                        Map.entry("domain", List.of("domain..")),
                        Map.entry("domain.request", states),
                        Map.entry("domain.attempt", states),
                        Map.entry("domain.tracking", states),
                        Map.entry("domain.view", states),
                        Map.entry("domain.decision", List.of("domain.lifecycle", "domain.evidence")),
                        Map.entry("domain.lifecycle", List.of("domain.evidence")),
                        Map.entry("domain.evidence", List.of())));
    }
}
