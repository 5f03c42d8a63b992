package io.dronedelivery.bench.measurement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SteadinessTest {
    private static final Steadiness THREE_WITHIN_A_TENTH = new Steadiness(Duration.ofSeconds(1), 3, 0.1);

    @Test
    void fewerWindowsThanNeededAreNotSteady() {
        assertThat(THREE_WITHIN_A_TENTH.reached(List.of())).isFalse();
        assertThat(THREE_WITHIN_A_TENTH.reached(List.of(30.0, 30.0))).isFalse();
    }

    @Test
    void aRateThatStillRisesIsNotSteady() {
        assertThat(THREE_WITHIN_A_TENTH.reached(List.of(10.0, 20.0, 30.0, 32.0)))
                .isFalse();
    }

    @Test
    void onlyTheLastWindowsCount() {
        assertThat(THREE_WITHIN_A_TENTH.reached(List.of(10.0, 20.0, 30.0, 31.0, 29.0)))
                .isTrue();
        assertThat(THREE_WITHIN_A_TENTH.reached(List.of(30.0, 30.0, 30.0, 20.0)))
                .isFalse();
    }

    @Test
    void aRateOfNothingIsNeverSteady() {
        assertThat(THREE_WITHIN_A_TENTH.reached(List.of(0.0, 0.0, 0.0))).isFalse();
    }
}
