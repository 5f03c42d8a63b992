package io.dronedelivery.bench.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dronedelivery.bench.measurement.InvalidMeasurement;
import io.dronedelivery.bench.report.Latency;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class LoadRoundTest {
    private static final long MILLI = 1_000;
    private static final double SECONDS = 10;
    private static final double HALF_BUSY = 0.5;
    private static final double ALWAYS_BUSY = 0.99;
    private static final Histogram PUNCTUAL = constant(MILLI / 10);
    private static final Histogram LATENCY = constant(20 * MILLI);

    @Test
    void percentilesAreInMilliseconds() {
        Histogram oneToThousand = histogram();
        for (int millis = 1; millis <= 1_000; millis++) {
            oneToThousand.recordValue(millis * MILLI);
        }

        Latency latency = LoadRound.percentiles(oneToThousand);

        assertThat(latency.p50()).isBetween(500.0, 501.0);
        assertThat(latency.p99()).isBetween(990.0, 991.0);
        assertThat(latency.p999()).isBetween(999.0, 1_000.0);
    }

    @Test
    void theRateIsOfTheAnswersThatCameInTime() {
        assertThat(round(1_000, 980, Map.of(), PUNCTUAL, HALF_BUSY).rate()).isEqualTo(98);
    }

    @Test
    void aServerThatAnswersTooLateOrWronglyDidNotKeepUp() {
        assertThat(round(1_000, 980, Map.of(), PUNCTUAL, HALF_BUSY).sustained()).isTrue();
        assertThat(round(1_000, 960, Map.of(), PUNCTUAL, HALF_BUSY).sustained()).isFalse();
        assertThat(round(1_000, 1_000, Map.of("status 503", 1L), PUNCTUAL, HALF_BUSY)
                        .sustained())
                .isFalse();
    }

    @Test
    void aRoundWithAFailureIsRefused() {
        assertThatThrownBy(() -> round(1_000, 999, Map.of("status 503", 1L), PUNCTUAL, HALF_BUSY)
                        .requirePunctual())
                .isInstanceOf(InvalidMeasurement.class)
                .hasMessageContaining("status 503");
    }

    @Test
    void aRoundInWhichTheGeneratorHadNoTimeLeftIsRefused() {
        assertThatThrownBy(() ->
                        round(1_000, 1_000, Map.of(), PUNCTUAL, ALWAYS_BUSY).requireSound())
                .isInstanceOf(InvalidMeasurement.class)
                .hasMessageContaining("bottleneck");
    }

    @Test
    void aRoundWhoseLatencyIsMostlyTheGeneratorsLatenessIsRefused() {
        Histogram late = constant(15 * MILLI);

        assertThatThrownBy(() -> round(1_000, 1_000, Map.of(), late, HALF_BUSY).requirePunctual())
                .isInstanceOf(InvalidMeasurement.class)
                .hasMessageContaining("15.0 ms late");
        assertThatCode(() -> round(1_000, 1_000, Map.of(), late, HALF_BUSY).requireSound())
                .doesNotThrowAnyException();
        assertThatCode(() -> round(1_000, 1_000, Map.of(), PUNCTUAL, HALF_BUSY).requirePunctual())
                .doesNotThrowAnyException();
    }

    private static LoadRound round(
            long requests, long answered, Map<String, Long> failures, Histogram lateness, double busy) {
        return new LoadRound(SECONDS, requests, answered, failures, LATENCY, lateness, busy);
    }

    private static Histogram constant(long micros) {
        Histogram histogram = histogram();
        histogram.recordValueWithCount(micros, 1_000);
        return histogram;
    }

    private static Histogram histogram() {
        return new Histogram(100_000 * MILLI, 4);
    }
}
