package io.dronedelivery.chassis.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

class ScaledClockTest {
    private static final Instant REAL = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant SCALED = Instant.parse("2026-06-01T00:00:00Z");

    @Test
    void aRealSecondIsTwentyOfTheScaledClock() {
        InstantSource later = () -> REAL.plusSeconds(3);

        assertThat(new ScaledClock(later, REAL, SCALED, 20).instant()).isEqualTo(SCALED.plusSeconds(60));
    }

    @Test
    void fractionsOfASecondAreKept() {
        InstantSource later = () -> REAL.plusMillis(1);

        assertThat(new ScaledClock(later, REAL, SCALED, 2.5).instant())
                .isEqualTo(SCALED.plus(Duration.ofNanos(2_500_000)));
    }
}
