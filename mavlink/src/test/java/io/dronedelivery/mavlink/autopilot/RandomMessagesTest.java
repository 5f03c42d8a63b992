package io.dronedelivery.mavlink.autopilot;

import static org.assertj.core.api.Assertions.assertThat;

import io.dronedelivery.contracts.drone.DroneTelemetry;
import io.dronedelivery.mavlink.frame.Frames;
import java.time.Duration;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever intact frames say, from wherever and whenever: what is told of it can be. */
class RandomMessagesTest {
    private static final int MESSAGES = 2_000;
    private static final int SOURCES = 30;
    private static final int SYSTEM = 42;

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 60);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatIsToldCanBe(long seed) {
        Random random = new Random(seed);
        Receiver receiver = new Receiver();
        for (int message = 0; message < MESSAGES; message++) {
            Source source = new Source("10.0.0." + random.nextInt(SOURCES) / 2, random.nextInt(2));
            for (DroneTelemetry sample : receiver.hear(source, Frames.random(SYSTEM, random))) {
                assertThat(sample.time()).isBeforeOrEqualTo(receiver.now.plus(Autopilot.TIME_AHEAD_MAX));
                assertThat(sample.latitude() == null || Math.abs(sample.latitude()) <= 90)
                        .isTrue();
                assertThat(sample.longitude() == null || Math.abs(sample.longitude()) <= 180)
                        .isTrue();
                assertThat(sample.battery() == null || (sample.battery() >= 0 && sample.battery() <= 100))
                        .isTrue();
                assertThat(sample.heading()).isBetween(0.0, 360.0);
            }
            receiver.pass(random.nextInt(20) > 0 ? random.nextDouble() : random.nextDouble(100));
        }
        assertThat(receiver.told).hasSizeGreaterThan(MESSAGES / 100);
        assertThat(receiver.told)
                .extracting(DroneTelemetry::sequence)
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(receiver.last().sequence())
                .isLessThan(receiver.now.plus(Duration.ofHours(1)).toEpochMilli());
    }
}
