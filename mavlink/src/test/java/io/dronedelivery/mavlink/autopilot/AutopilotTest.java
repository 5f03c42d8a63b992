package io.dronedelivery.mavlink.autopilot;

import static org.assertj.core.api.Assertions.assertThat;

import io.dronedelivery.contracts.Position;
import io.dronedelivery.contracts.drone.DroneTelemetry;
import io.dronedelivery.contracts.drone.DroneTelemetry.FlightStatus;
import io.dronedelivery.contracts.drone.DroneTelemetry.Payload;
import io.dronedelivery.contracts.drone.MissionReference;
import io.dronedelivery.mavlink.frame.Datagram;
import io.dronedelivery.mavlink.frame.Frames;
import io.dronedelivery.mavlink.frame.Message;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AutopilotTest {
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final MissionReference MISSION = new MissionReference("delivery-1", 1, false);

    private static final Position BASE = new Position(47.3769, 8.5417);

    private final Frames frames = new Frames(1);
    private final Autopilot autopilot = Autopilot.of("drone-1");
    private Instant now = NOW;
    private @Nullable MissionReference mission = MISSION;

    @Test
    void aPositionBecomesASample() {
        hear(frames.heartbeat(true), frames.battery(73));
        assertThat(hear(position(5_000, 20.5)))
                .containsExactly(new DroneTelemetry(
                        "drone-1",
                        NOW.toEpochMilli(),
                        NOW,
                        47.3769,
                        8.5417,
                        20.5,
                        0,
                        0,
                        73.0,
                        FlightStatus.AIRBORNE,
                        Payload.UNKNOWN,
                        MISSION));
    }

    @Test
    void beforeItIsKnownWhetherItIsArmedThereIsNoSample() {
        assertThat(hear(position(1_000, 20), frames.battery(50))).isEmpty();
    }

    @Test
    void anUnknownBatteryIsTheLastKnownOne() {
        hear(frames.heartbeat(false), frames.battery(-1));
        assertThat(hear(position(1_000, 0))).singleElement().satisfies(sample -> assertThat(sample.battery())
                .isNull());
        hear(frames.battery(12), frames.battery(-1));
        assertThat(hear(position(2_000, 0))).extracting(DroneTelemetry::battery).containsExactly(12.0);
    }

    @Test
    void theDisarmingAfterAFlightIsToldAtOnceAsALanding() {
        assertThat(statuses(
                        frames.heartbeat(false),
                        position(1_000, 0),
                        frames.heartbeat(true),
                        position(2_000, 0.4),
                        position(3_000, 3),
                        position(4_000, 0.2),
                        frames.heartbeat(false)))
                .containsExactly(
                        FlightStatus.GROUNDED,
                        FlightStatus.GROUNDED,
                        FlightStatus.GROUNDED,
                        FlightStatus.AIRBORNE,
                        FlightStatus.AIRBORNE,
                        FlightStatus.LANDED);
    }

    @Test
    void beingCarriedUphillIsNoFlight() {
        assertThat(statuses(frames.heartbeat(false), position(1_000, 0), position(2_000, 7)))
                .containsOnly(FlightStatus.GROUNDED);
    }

    @Test
    void aLandingDetectorDecidesRatherThanTheAltitude() {
        hear(frames.heartbeat(true), frames.landed(1));
        assertThat(statuses(position(1_000, 3))).containsExactly(FlightStatus.GROUNDED);
        assertThat(statuses(frames.landed(3))).containsExactly(FlightStatus.AIRBORNE);
        assertThat(statuses(frames.landed(1))).containsExactly(FlightStatus.LANDED);
    }

    @Test
    void withANewMissionAnOldFlightIsForgotten() {
        fly();
        mission = null;
        assertThat(statuses(frames.battery(50))).containsExactly(FlightStatus.LANDED);
        assertThat(statuses(position(10_000, 0))).containsExactly(FlightStatus.LANDED);
        mission = new MissionReference("delivery-2", 1, false);
        assertThat(statuses(position(11_000, 0))).containsExactly(FlightStatus.GROUNDED);
    }

    @Test
    void aFailureIsAnEmergencyOnlyInTheAir() {
        assertThat(statuses(frames.heartbeat(Frames.COPTER, false, Frames.CRITICAL), position(1_000, 0)))
                .containsExactly(FlightStatus.GROUNDED);
        hear(frames.heartbeat(true), position(2_000, 10));
        assertThat(statuses(frames.heartbeat(Frames.COPTER, true, Frames.EMERGENCY)))
                .containsExactly(FlightStatus.EMERGENCY);
        assertThat(statuses(frames.heartbeat(true))).containsExactly(FlightStatus.AIRBORNE);
    }

    @Test
    void aGroundStationIsNotHeard() {
        assertThat(hear(frames.heartbeat(Frames.GROUND_STATION, false, Frames.ACTIVE), position(1_000, 0)))
                .isEmpty();
    }

    @Test
    void doubledAndOvertakenPositionsAreToldOnce() {
        hear(frames.heartbeat(false));
        assertThat(hear(position(2_000, 0), position(2_000, 0), position(1_000, 0), position(3_000, 0)))
                .extracting(DroneTelemetry::time)
                .containsExactly(NOW, NOW.plusSeconds(1));
    }

    @Test
    void theAutopilotsOwnTimeIsUsedOnceItIsKnown() {
        Instant start = Instant.parse("2020-01-02T03:04:05Z");
        hear(frames.heartbeat(false), frames.systemTime(0, 500));
        assertThat(times(position(1_000, 0))).containsExactly(NOW.plusMillis(500));
        hear(frames.systemTime(start.toEpochMilli() * 1000, 2_000));
        assertThat(times(position(3_000, 0))).containsExactly(start.plusSeconds(1));
    }

    @Test
    void theSequenceGoesOnWhateverTheClocksDo() {
        hear(frames.heartbeat(false));
        List<DroneTelemetry> before = hear(position(100_000, 0));
        hear(frames.systemTime(NOW.minusSeconds(1_000_000).toEpochMilli() * 1000, 100_000));
        List<DroneTelemetry> steppedBack = hear(position(101_000, 0));
        List<DroneTelemetry> rebooted = hear(position(1_000, 0), position(2_000, 0), position(3_000, 0));
        assertThat(steppedBack.getFirst().sequence())
                .isEqualTo(before.getFirst().sequence() + 1);
        assertThat(rebooted.getFirst().sequence()).isEqualTo(before.getFirst().sequence() + 2);
        assertThat(rebooted.getFirst().time()).isEqualTo(NOW);
    }

    @Test
    void aDroneThatStandsStillAndOnlyBeatsIsHeardOf() {
        hear(frames.heartbeat(false), position(1_000, 0));
        assertThat(hear(frames.heartbeat(false))).isEmpty();
        now = now.plus(Autopilot.SILENCE_MAX).plusMillis(1);
        assertThat(times(frames.heartbeat(false), frames.heartbeat(false))).containsExactly(NOW);
    }

    @Test
    void aLandingDuringAnOutageIsNoticedAfterwards() {
        fly();
        DroneTelemetry last = hear(frames.heartbeat(true), position(5_000, 20)).getLast();
        Autopilot resumed = Autopilot.resumed(
                new DroneSnapshot(
                        "drone-1",
                        MISSION,
                        80.0,
                        last.flightStatus(),
                        last.sequence(),
                        BASE,
                        BASE,
                        last.time(),
                        last.time()),
                _ -> {});
        resumed.hear(message(frames.heartbeat(false)), MISSION, now);
        assertThat(resumed.hear(message(position(90_000, 0)), MISSION, now)).hasValueSatisfying(sample -> {
            assertThat(sample.flightStatus()).isEqualTo(FlightStatus.LANDED);
            assertThat(sample.sequence()).isGreaterThan(last.sequence());
        });
    }

    private void fly() {
        hear(frames.heartbeat(true), position(1_000, 0), position(2_000, 20), frames.heartbeat(false));
    }

    private ByteBuffer position(long bootMillis, double relativeAltitude) {
        return frames.position(bootMillis, 47.3769, 8.5417, relativeAltitude);
    }

    private List<FlightStatus> statuses(ByteBuffer... heard) {
        return hear(heard).stream().map(DroneTelemetry::flightStatus).toList();
    }

    private List<Instant> times(ByteBuffer... heard) {
        return hear(heard).stream().map(DroneTelemetry::time).toList();
    }

    private List<DroneTelemetry> hear(ByteBuffer... heard) {
        return List.of(heard).stream()
                .flatMap(frame -> autopilot.hear(message(frame), mission, now).stream())
                .toList();
    }

    private static Message message(ByteBuffer frame) {
        return Datagram.read(frame).frames().getFirst().message();
    }
}
