package io.dronedelivery.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

class ScaledClockTest {
    private static final Instant REAL = Instant.parse("2026-06-01T08:00:10Z");

    @Test
    void timePassesFasterFromTheAnchorOn() {
        long anchor = REAL.minusSeconds(10).toEpochMilli();
        Instant scaled = Instant.parse("2027-01-01T00:00:00Z");

        ScaledClock clock = new ScaledClock(InstantSource.fixed(REAL), 20, anchor, scaled.toEpochMilli());

        assertThat(clock.instant()).isEqualTo(scaled.plusSeconds(200));
    }

    @Test
    void withoutAnAnchorItIsRealTime() {
        assertThat(new ScaledClock(InstantSource.fixed(REAL), 1, 0, 0).instant())
                .isEqualTo(REAL);
    }
}
