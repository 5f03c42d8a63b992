package io.dronedelivery.supervisor.shared;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SupervisorConfigTest {
    private static final double DOUBLED = 2;

    private final SupervisorConfig config = new SmallRyeConfigBuilder()
            .withConverter(Duration.class, 100, new DurationConverter())
            .withMapping(SupervisorConfig.class)
            .build()
            .getConfigMapping(SupervisorConfig.class);

    @Test
    void aFailedTaskIsTriedForSixHoursBeforeItsCompensationIsParked() {
        double seconds = LongStream.range(0, config.triesMax() - 1)
                .mapToDouble(failure -> config.firstPause().toSeconds() * Math.pow(DOUBLED, failure))
                .map(pause -> Math.min(pause, config.longestPause().toSeconds()))
                .sum();

        assertThat(Duration.ofSeconds((long) seconds)).isBetween(Duration.ofMinutes(355), Duration.ofMinutes(365));
    }

    @Test
    void theOtherDefaults() {
        assertThat(config.grace()).isEqualTo(Duration.ofMinutes(10));
        assertThat(config.decideWithin()).isEqualTo(Duration.ofHours(2));
        assertThat(config.lease()).isEqualTo(Duration.ofMinutes(2));
        assertThat(config.longestPause()).isEqualTo(Duration.ofMinutes(5));
        assertThat(config.tick()).isEqualTo(Duration.ofMillis(200));
    }
}
