package io.dronedelivery.bench.growth;

import static org.assertj.core.api.Assertions.assertThat;

import io.dronedelivery.bench.report.Comparison;
import io.dronedelivery.bench.report.Figure;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GrowthFiguresTest {
    private static final Figure RATE = new Figure("deliveries, request to SCHEDULED", "per s");
    private static final Figure CPU = new Figure("CPU, whole system", "ms per delivery");
    private static final Figure TOPIC = new Figure("records, delivery.events", "per delivery");

    @Test
    void theGrownSystemMayBeATenthSlower() {
        assertThat(reached(round(100, 10), round(91, 10.9))).containsExactly(true, true);
        assertThat(reached(round(100, 10), round(89, 11.1))).containsExactly(false, false);
    }

    @Test
    void theMainFiguresOfBothAreShownUnderDifferentNames() {
        GrowthFigures figures = new GrowthFigures(List.of(round(100, 10)), List.of(round(91, 11)));

        assertThat(figures.rows())
                .extracting(row -> row.figure().name())
                .containsExactlyInAnyOrder(
                        "before: deliveries, request to SCHEDULED",
                        "before: CPU, whole system",
                        "grown: deliveries, request to SCHEDULED",
                        "grown: CPU, whole system");
    }

    private static List<Boolean> reached(Map<Figure, Double> small, Map<Figure, Double> grown) {
        return new GrowthFigures(List.of(small), List.of(grown))
                .comparisons().stream().map(Comparison::reached).toList();
    }

    private static Map<Figure, Double> round(double rate, double cpu) {
        return Map.of(RATE, rate, CPU, cpu, TOPIC, 7.0);
    }
}
