package io.dronedelivery.bench.measurement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class WarmUpTest {
    private static final Steadiness THREE_WITHIN_A_TENTH = new Steadiness(Duration.ofSeconds(5), 3, 0.1);

    @Test
    void theLoadGoesOnUntilTheRateIsSteady() throws InterruptedException {
        Queue<Double> rates = new ArrayDeque<>(List.of(10.0, 30.0, 100.0, 101.0, 99.0, 500.0));

        WarmUp.Result result = new WarmUp("orders", THREE_WITHIN_A_TENTH, Duration.ofHours(1)).run(_ -> rates.remove());

        assertThat(result.rate()).isEqualTo(99);
        assertThat(result.note())
                .isEqualTo("Warm-up, orders: 25 s; then the rate was steady (3 windows of 5 s within 10 %).");
        assertThat(rates).hasSize(1);
    }

    @Test
    void ifTheLimitIsOverTheNoteSaysSo() throws InterruptedException {
        WarmUp.Result result = new WarmUp("orders", THREE_WITHIN_A_TENTH, Duration.ZERO).run(_ -> 10);

        assertThat(result.note()).contains("5 s", "NOT BECOME STEADY");
    }
}
