package io.dronedelivery.supervisor.shared;

import static org.assertj.core.api.Assertions.assertThat;

import io.dronedelivery.chassis.retry.Backoff;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SupervisorConfigTest {
    /** Makes every pause as long as it is on average. */
    private static final RandomGenerator MEAN = () -> Long.MIN_VALUE;

    private final SupervisorConfig config = new SmallRyeConfigBuilder()
            .withConverter(Duration.class, 100, new DurationConverter())
            .withMapping(SupervisorConfig.class)
            .build()
            .getConfigMapping(SupervisorConfig.class);

    @Test
    void aFailedTaskIsTriedForSixHoursBeforeItsCompensationIsParked() {
        Backoff backoff = new Backoff(config.firstPause(), config.longestPause());

        Duration pauses = IntStream.range(1, config.triesMax())
                .mapToObj(failures -> backoff.pause(failures, MEAN))
                .reduce(Duration.ZERO, Duration::plus);

        assertThat(pauses).isBetween(Duration.ofMinutes(355), Duration.ofMinutes(365));
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
