package io.dronedelivery.mavlink.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.dronedelivery.mavlink.autopilot.GeneratedFlight;
import io.dronedelivery.mavlink.frame.Frames;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FlightLogTest {
    private static final Instant START = Instant.parse("2020-01-02T03:04:05Z");

    private final Frames frames = new Frames(GeneratedFlight.SYSTEM);

    @Test
    void theVehicleIsNoGroundStation() {
        assertThat(FlightLog.read(GeneratedFlight.of(1, 1)).vehicle()).hasValue(GeneratedFlight.SYSTEM);
        assertThat(log(entry(0, new Frames(255).heartbeat(Frames.GROUND_STATION, false, Frames.ACTIVE)))
                        .vehicle())
                .isEmpty();
    }

    @Test
    void whatIsNoEntryIsSkipped() {
        ByteBuffer log = GeneratedFlight.of(1, 1);
        ByteBuffer broken = ByteBuffer.allocate(log.limit() + 5)
                .put(new byte[5])
                .put(log.duplicate())
                .flip();
        assertThat(FlightLog.read(broken).entries())
                .hasSameSizeAs(FlightLog.read(log).entries());
    }

    @Test
    void anArmingWithoutTakeOffIsNoSortie() {
        FlightLog log = log(
                entry(0, frames.heartbeat(true)),
                entry(1, frames.position(1_000, 47, 8, 0.3)),
                entry(2, frames.heartbeat(false)),
                entry(3, frames.heartbeat(true)),
                entry(4, frames.position(4_000, 47, 8, 9)),
                entry(5, frames.heartbeat(false)),
                entry(6, frames.heartbeat(true)),
                entry(7, frames.position(7_000, 47, 8, 9)));
        assertThat(Sortie.of(log, GeneratedFlight.SYSTEM))
                .containsExactly(new Sortie(3, START.plusSeconds(3), START.plusSeconds(5)));
    }

    @Test
    void theClockOfALogFollowsItsTimestampsThroughAReboot() {
        List<FlightLog.Entry> entries = new ArrayList<>();
        for (int second = 0; second < 20; second++) {
            double late = second % 5 == 0 ? 3 : 0; // now and then the link holds a frame back
            long bootMillis = (second < 10 ? 100 + second : second) * 1000L;
            entries.add(entry(second + late, frames.position(bootMillis, 47, 8, 0)));
        }
        LogClock clock = new LogClock(new FlightLog(entries), GeneratedFlight.SYSTEM);
        assertThat(time(clock, 7, 107_000)).isCloseTo(START.plusSeconds(7), within(Duration.ofMillis(1)));
        assertThat(time(clock, 15, 15_000)).isCloseTo(START.plusSeconds(15), within(Duration.ofMillis(1)));
    }

    private static Instant time(LogClock clock, int entry, long bootMillis) {
        return new FlightLog.Entry(clock.unixMicros(entry, bootMillis), ByteBuffer.allocate(0)).receivedAt();
    }

    private static FlightLog log(FlightLog.Entry... entries) {
        return new FlightLog(List.of(entries));
    }

    private static FlightLog.Entry entry(double seconds, ByteBuffer frame) {
        return new FlightLog.Entry(START.toEpochMilli() * 1000 + Math.round(seconds * 1e6), frame);
    }
}
