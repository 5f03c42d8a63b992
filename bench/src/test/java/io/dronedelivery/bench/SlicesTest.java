package io.dronedelivery.bench;

import io.dronedelivery.testing.Architecture;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SlicesTest {
    private static final String BENCH = "io.dronedelivery.bench";

    /** Each package, with the packages that it may use. */
    private static final Map<String, List<String>> ARROWS = Map.ofEntries(
            Map.entry("report", List.of()),
            Map.entry("measurement", List.of("report")),
            Map.entry("load", List.of("http", "reference", "measurement", "report")),
            Map.entry("http", List.of("measurement", "report")),
            Map.entry("reference", List.of("measurement")),
            Map.entry("seed", List.of("measurement")),
            Map.entry("telemetry.reference", List.of("measurement")),
            Map.entry("telemetry", List.of("measurement", "report", "reference", "seed", "telemetry.reference")),
            Map.entry("growth", List.of("measurement", "report", "seed")),
            Map.entry("run", List.of("http", "measurement", "report")));

    @Test
    void everyPackageUsesOnlyThoseThatItMay() {
        Architecture.checkPackages(BENCH, ARROWS);
    }
}
