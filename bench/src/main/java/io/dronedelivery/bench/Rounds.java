package io.dronedelivery.bench;

import io.dronedelivery.bench.report.Distribution;
import io.dronedelivery.bench.report.Figure;
import io.dronedelivery.bench.report.Latency;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Figures over several rounds. */
final class Rounds {
    private Rounds() {}

    /** The median of a figure that every round has. */
    static double median(List<Map<Figure, Double>> rounds, Figure figure) {
        return Distribution.of(rounds, figure).median();
    }

    /** The median of each percentile. */
    static Latency median(List<Latency> rounds) {
        return new Latency(median(rounds, Latency::p50), median(rounds, Latency::p99), median(rounds, Latency::p999));
    }

    private static double median(List<Latency> rounds, ToDoubleFunction<Latency> percentile) {
        return Distribution.of(rounds.stream().map(percentile::applyAsDouble).toList())
                .median();
    }
}
