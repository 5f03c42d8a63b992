package io.dronedelivery.bench.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dronedelivery.bench.measurement.InvalidMeasurement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class RateSearchTest {
    private static final double ABOUT = 1_000;
    private static final double HALF_BUSY = 0.5;
    private static final double ALWAYS_BUSY = 0.99;
    private static final RateSearch SEARCH = new RateSearch(Duration.ofSeconds(10));

    private final List<Double> tried = new ArrayList<>();

    @Test
    void stepsOfATenthGoOnUntilTheServerNoLongerKeepsUp() throws InterruptedException {
        LoadRound most = SEARCH.maximum((rate, length) -> served(rate, 950, HALF_BUSY), ABOUT);

        assertThat(most.rate()).isEqualTo(900);
        assertThat(tried).containsExactly(500.0, 600.0, 700.0, 800.0, 900.0, 1_000.0);
    }

    @Test
    void aServerThatDoesNotKeepUpWithTheFirstStepHasNoResult() {
        assertThatThrownBy(() -> SEARCH.maximum((rate, length) -> served(rate, 100, HALF_BUSY), ABOUT))
                .isInstanceOf(InvalidMeasurement.class)
                .hasMessageContaining("500 requests per second were too many");
    }

    @Test
    void aMaximumThatIsTheGeneratorsHasNoResult() {
        assertThatThrownBy(() -> SEARCH.maximum((rate, length) -> served(rate, 950, ALWAYS_BUSY), ABOUT))
                .isInstanceOf(InvalidMeasurement.class)
                .hasMessageContaining("bottleneck");
    }

    /** A round of ten seconds at a server that answers so many requests per second at most. */
    private LoadRound served(double rate, double most, double busy) {
        tried.add(rate);
        long requests = Math.round(10 * rate);
        long answered = Math.round(10 * Math.min(rate, most));
        return new LoadRound(10, requests, answered, Map.of(), new Histogram(2), new Histogram(2), busy);
    }
}
