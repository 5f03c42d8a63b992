package io.dronedelivery.local;

import io.dronedelivery.testing.Architecture;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SlicesTest {
    private static final String LOCAL = "io.dronedelivery.local";

    /** Each package, with the packages that it may use. */
    private static final Map<String, List<String>> ARROWS = Map.ofEntries(
            Map.entry("project", List.of()),
            Map.entry("process", List.of("project")),
            Map.entry("balancer", List.of("project", "process")),
            Map.entry("access", List.of("project")),
            Map.entry("runtime", List.of("project", "process", "balancer", "access")),
            Map.entry("customer", List.of("access")),
            Map.entry("check", List.of("project")),
            Map.entry("demo", List.of("project", "access", "customer")),
            Map.entry("replay", List.of("project", "access")),
            Map.entry("chaos.proxy", List.of()),
            Map.entry("chaos.fault", List.of("project", "access", "process", "runtime", "chaos.proxy")),
            Map.entry("chaos.load", List.of("access", "customer")),
            Map.entry(
                    "chaos", List.of("project", "access", "runtime", "customer", "check", "chaos.fault", "chaos.load")),
            Map.entry(
                    "upgrade",
                    List.of("project", "access", "process", "runtime", "customer", "check", "chaos", "chaos.load")),
            Map.entry("manifests", List.of("project")),
            Map.entry("backup", List.of("project", "process", "runtime")),
            Map.entry("trace", List.of("project")),
            Map.entry(
                    "cli",
                    List.of(
                            "project",
                            "process",
                            "runtime",
                            "check",
                            "demo",
                            "replay",
                            "chaos",
                            "upgrade",
                            "manifests",
                            "backup",
                            "trace")));

    @Test
    void everyPackageUsesOnlyThoseThatItMay() {
        Architecture.checkPackages(LOCAL, ARROWS);
    }
}
