package io.dronedelivery.bench.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.dronedelivery.bench.report.Comparison;
import io.dronedelivery.bench.report.Figure;
import io.dronedelivery.bench.telemetry.reference.StreamsGuarantee;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TelemetryFiguresTest {

    @Test
    void theServiceIsComparedWithEachReference() {
        List<Comparison> comparisons = TelemetryFigures.comparisons(List.of(round(29_000, 100_000, 14_000)));

        assertThat(comparisons).extracting(Comparison::ratio).containsExactly(0.29, 29.0 / 14, 29.0 / 14);
        assertThat(comparisons).extracting(Comparison::reached).containsExactly(false, true, null);
    }

    private static Map<Figure, Double> round(double ours, double bare, double streams) {
        return Map.of(
                rate("delivery"),
                ours,
                rate(Contestant.BARE),
                bare,
                rate(StreamsGuarantee.EXACTLY_ONCE.words()),
                streams,
                rate(StreamsGuarantee.AT_LEAST_ONCE.words()),
                streams);
    }

    private static Figure rate(String contestant) {
        return new Figure(contestant, TelemetryFigures.PER_SECOND);
    }
}
