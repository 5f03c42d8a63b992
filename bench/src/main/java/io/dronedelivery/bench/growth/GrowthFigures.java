package io.dronedelivery.bench.growth;

import io.dronedelivery.bench.report.Comparison;
import io.dronedelivery.bench.report.Distribution;
import io.dronedelivery.bench.report.Figure;
import io.dronedelivery.bench.report.Report;
import io.dronedelivery.bench.report.Report.Row;
import io.dronedelivery.bench.report.Target;
import io.dronedelivery.bench.report.Target.Quantity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The figures of the rounds before and after the system has grown.
 *
 * @param small the rounds of the nearly empty system
 * @param grown the rounds of the same system when it has grown
 */
public record GrowthFigures(List<Map<Figure, Double>> small, List<Map<Figure, Double>> grown) {
    private static final Figure RATE = new Figure("deliveries, request to SCHEDULED", "per s");
    private static final Figure CPU = new Figure("CPU, whole system", "ms per delivery");
    private static final double SLOWER_MAX = 0.1;
    private static final List<String> KEPT =
            List.of("deliveries,", "request to", "busy", "CPU,", "commits, all", "write-ahead log");

    /** The grown system beside the nearly empty one. */
    public List<Comparison> comparisons() {
        return List.of(
                compare("deliveries, grown / nearly empty", RATE).toReach(Target.ratioAtLeast(1 - SLOWER_MAX)),
                compare("CPU, grown / nearly empty", CPU).toReach(new Target(Quantity.RATIO, 1 + SLOWER_MAX, true)));
    }

    private Comparison compare(String name, Figure figure) {
        return Comparison.of(name, figure.unit(), Distribution.of(grown, figure).median())
                .against(Distribution.of(small, figure).median());
    }

    /** The main figures of both. */
    public List<Row> rows() {
        List<Row> rows = new ArrayList<>(Report.rows(named("before: ", small)));
        rows.addAll(Report.rows(named("grown: ", grown)));
        return rows;
    }

    private static List<Map<Figure, Double>> named(String prefix, List<Map<Figure, Double>> rounds) {
        return rounds.stream().map(round -> named(prefix, round)).toList();
    }

    private static Map<Figure, Double> named(String prefix, Map<Figure, Double> round) {
        Map<Figure, Double> figures = new LinkedHashMap<>();
        round.forEach((figure, value) -> {
            if (KEPT.stream().anyMatch(figure.name()::startsWith)) {
                figures.put(new Figure(prefix + figure.name(), figure.unit()), value);
            }
        });
        return figures;
    }
}
