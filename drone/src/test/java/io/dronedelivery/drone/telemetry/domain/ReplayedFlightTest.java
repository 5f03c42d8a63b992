package io.dronedelivery.drone.telemetry.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.dronedelivery.contracts.Position;
import io.dronedelivery.contracts.drone.DroneTelemetry;
import io.dronedelivery.contracts.drone.DroneTelemetry.FlightStatus;
import io.dronedelivery.contracts.drone.SetAside;
import io.dronedelivery.drone.telemetry.DroneSnapshots;
import io.dronedelivery.mavlink.autopilot.Autopilots;
import io.dronedelivery.mavlink.autopilot.GeneratedFlight;
import io.dronedelivery.mavlink.autopilot.Source;
import io.dronedelivery.mavlink.frame.Datagram;
import io.dronedelivery.mavlink.frame.Frame;
import io.dronedelivery.mavlink.log.FlightLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Recorded flights of years ago, from their frames to what is published of them. */
class ReplayedFlightTest {
    private static final Path RECORDED =
            Path.of(System.getProperty("project.root", "."), "../shared/data/flights/autonomous-a-to-b.tlog");
    private static final Position RECORDED_PICKUP = new Position(49.25734, -123.24311);
    private static final Position GENERATED_PICKUP = new Position(47.3769, 8.5417);
    private static final int RECORDED_SORTIES = 6;
    private static final int GENERATED_SORTIES = 3;

    private final Autopilots autopilots = new Autopilots(new Ignoring());
    private final TelemetryUnderTest hearing = new TelemetryUnderTest(RECORDED_PICKUP);
    private int port = 40_000;

    private static final class Ignoring implements Autopilots.RejectionListener {
        @Override
        public void rejected(String droneId, SetAside what) {}

        @Override
        public void contradicting() {}
    }

    @Test
    void aFlightAndTheSameAgainAndOneOfAnotherPlaceHaveAllTheirLandings() throws IOException {
        assumeTrue(Files.exists(RECORDED), "the recorded flight is not at hand: " + RECORDED);
        FlightLog recorded = FlightLog.read(RECORDED);
        replay(recorded, 60);
        assertThat(landings()).isEqualTo(RECORDED_SORTIES);
        replay(recorded, 60);
        assertThat(landings()).isEqualTo(2 * RECORDED_SORTIES);
        hearing.base(GENERATED_PICKUP);
        replay(GeneratedFlight.log(GENERATED_SORTIES, 1), 3);
        assertThat(landings()).isEqualTo(2 * RECORDED_SORTIES + GENERATED_SORTIES);
    }

    /** From a port of its own, right after the one before. */
    private void replay(FlightLog log, int speed) {
        Source source = new Source("127.0.0.1", port++);
        Instant started = hearing.now;
        Instant first = log.entries().getFirst().receivedAt();
        int vehicle = log.vehicle().orElseThrow();
        for (FlightLog.Entry entry : log.entries()) {
            hearing.now =
                    started.plus(Duration.between(first, entry.receivedAt()).dividedBy(speed));
            for (Frame frame : Datagram.read(entry.frame()).frames()) {
                if (frame.system() == vehicle && frame.fromAutopilot()) {
                    hear(frame, source);
                }
            }
        }
    }

    private void hear(Frame frame, Source source) {
        autopilots
                .hear(frame, source, DroneSnapshots.of(hearing.drone()), hearing.now)
                .forEach(hearing::hear);
    }

    private long landings() {
        long landings = 0;
        FlightStatus before = FlightStatus.GROUNDED;
        for (DroneTelemetry sample : hearing.published) {
            landings += before == FlightStatus.AIRBORNE && sample.flightStatus() == FlightStatus.LANDED ? 1 : 0;
            before = sample.flightStatus();
        }
        return landings;
    }
}
