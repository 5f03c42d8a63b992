package io.dronedelivery.chassis.calls;

import static org.assertj.core.api.Assertions.assertThat;

import io.dronedelivery.chassis.calls.CallsConfig.Limits;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Pins the defaults of the calls, and the names by which they are changed. */
class CallsConfigTest {

    @Test
    void theseAreTheDefaultsForEveryService() {
        CallsConfig calls = calls(Map.of());
        Limits limits = calls.limits("accounting");

        assertThat(limits.concurrent()).isEqualTo(16);
        assertThat(limits.waiting()).isEqualTo(48);
        assertThat(limits.window()).isEqualTo(20);
        assertThat(limits.failureRatio()).isEqualTo(0.5);
        assertThat(limits.openFor()).isEqualTo(Duration.ofSeconds(1));
        assertThat(limits.probes()).isEqualTo(1);
        assertThat(calls.retry().firstPause()).isEqualTo(Duration.ofMillis(100));
        assertThat(calls.retry().longestPause()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void aServiceCanBeCalledDifferently() {
        CallsConfig calls = calls(Map.of(
                "calls.of.drone.concurrent", "1",
                "calls.of.drone.waiting", "2",
                "calls.of.drone.window", "3",
                "calls.of.drone.failure-ratio", "0.4",
                "calls.of.drone.open-for", "5s",
                "calls.of.drone.probes", "6"));
        Limits limits = calls.limits("drone");

        assertThat(limits.concurrent()).isEqualTo(1);
        assertThat(limits.waiting()).isEqualTo(2);
        assertThat(limits.window()).isEqualTo(3);
        assertThat(limits.failureRatio()).isEqualTo(0.4);
        assertThat(limits.openFor()).isEqualTo(Duration.ofSeconds(5));
        assertThat(limits.probes()).isEqualTo(6);
        assertThat(calls.limits("packaging").concurrent()).isEqualTo(16);
    }

    @Test
    void whatIsSaidOfOneThingLeavesTheRestAsItIs() {
        Limits limits = calls(Map.of("calls.of.any.window", "8", "calls.of.drone.concurrent", "1"))
                .limits("drone");

        assertThat(limits.concurrent()).isEqualTo(1);
        assertThat(limits.window()).isEqualTo(8);
    }

    private static CallsConfig calls(Map<String, String> said) {
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .addDefaultSources()
                .addDefaultInterceptors()
                .withConverter(Duration.class, 1_000, new DurationConverter())
                .withSources(new PropertiesConfigSource(said, "said", 1_000))
                .withMapping(CallsConfig.class)
                .build();
        return config.getConfigMapping(CallsConfig.class);
    }
}
