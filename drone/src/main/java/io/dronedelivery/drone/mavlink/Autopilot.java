package io.dronedelivery.drone.mavlink;

import io.dronedelivery.contracts.Position;
import io.dronedelivery.contracts.drone.DroneTelemetry;
import io.dronedelivery.contracts.drone.MissionReference;
import io.dronedelivery.drone.domain.Known;
import io.dronedelivery.drone.mavlink.Message.ExtendedSystemState;
import io.dronedelivery.drone.mavlink.Message.GlobalPosition;
import io.dronedelivery.drone.mavlink.Message.Heartbeat;
import io.dronedelivery.drone.mavlink.Message.MissionItemReached;
import io.dronedelivery.drone.mavlink.Message.SystemStatus;
import io.dronedelivery.drone.mavlink.Message.SystemTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Folds the messages of one drone's autopilot into its telemetry: a sample per position, and one at once when it is armed
 * or disarmed, takes off or lands, or its mission changed. Messages may be doubled, lost, or overtake each other; the autopilot may reboot.
 * Without I/O or a clock of its own; not for several threads.
 */
public final class Autopilot {
    /** A drone that lives is heard of at least this often, also while its position stays the same. */
    static final Duration SILENCE_MAX = Duration.ofSeconds(5);

    /** More samples than are told between two times the sequence is stored: none is numbered twice after a crash. */
    private static final long SAMPLES_UNSTORED_MAX = 10_000;

    private final String droneId;
    private Flight flight;
    private long sequence;
    private @Nullable MissionReference mission;
    private @Nullable BootClock clock;
    private @Nullable GlobalPosition position;
    private @Nullable Double battery;
    private Instant toldAt = Instant.EPOCH;
    private @Nullable MissionReference toldMission;

    private Autopilot(Known drone) {
        this.droneId = drone.droneId();
        this.flight = Flight.resumed(drone.flightStatus());
        this.sequence = drone.sequence();
        this.mission = drone.mission();
        this.battery = drone.battery();
    }

    /** That of a drone nothing was ever heard of. */
    public static Autopilot of(String droneId) {
        return new Autopilot(Known.unheard(droneId, new Position(0, 0)));
    }

    /** That of a drone that may have been heard of before: a landing in the meantime is still noticed. */
    static Autopilot resumed(Known drone) {
        Autopilot autopilot = new Autopilot(drone);
        autopilot.sequence += SAMPLES_UNSTORED_MAX;
        return autopilot;
    }

    String droneId() {
        return droneId;
    }

    /**
     * Takes in what it says.
     *
     * @param current what it flies now, if anything
     */
    public Optional<DroneTelemetry> hear(Message message, @Nullable MissionReference current, Instant receivedAt) {
        if (current != null && !current.equals(mission)) {
            flight = flight.withNewMission();
        }
        mission = current == null ? mission : current;
        boolean news =
                switch (message) {
                    case Heartbeat heartbeat ->
                        !heartbeat.groundStation() && turned(flight.after(heartbeat), receivedAt);
                    case ExtendedSystemState state -> turned(flight.after(state), receivedAt);
                    case GlobalPosition moved -> moved(moved, receivedAt);
                    case SystemTime time -> set(time, receivedAt);
                    case SystemStatus status -> charged(status);
                    case MissionItemReached _ -> false;
                };
        news |= !Objects.equals(current, toldMission);
        return news && flight.heard() ? sample(current, receivedAt) : Optional.empty();
    }

    private boolean turned(Flight next, Instant receivedAt) {
        boolean turned = next.armed() != flight.armed() || next.status() != flight.status();
        flight = next;
        return turned || toldAt.plus(SILENCE_MAX).isBefore(receivedAt);
    }

    /** A position that is not newer than the last was doubled or overtaken. */
    private boolean moved(GlobalPosition moved, Instant receivedAt) {
        tick(moved.bootMillis(), receivedAt);
        if (position != null && moved.bootMillis() <= position.bootMillis()) {
            return false;
        }
        position = moved;
        flight = flight.after(moved);
        return true;
    }

    private boolean set(SystemTime time, Instant receivedAt) {
        clock = tick(time.bootMillis(), receivedAt).set(time);
        return false;
    }

    private boolean charged(SystemStatus status) {
        if (status.batteryRemaining() >= 0) {
            battery = Math.min(100.0, status.batteryRemaining());
        }
        return false;
    }

    private BootClock tick(long bootMillis, Instant receivedAt) {
        if (clock == null || clock.rebootedBy(bootMillis)) {
            clock = BootClock.started(bootMillis, receivedAt);
            position = null;
        } else {
            clock = clock.at(bootMillis);
        }
        return clock;
    }

    private Optional<DroneTelemetry> sample(@Nullable MissionReference current, Instant receivedAt) {
        if (position == null || clock == null) {
            return Optional.empty();
        }
        Instant time = clock.latest(); // a heartbeat has no time of its own
        sequence = Math.max(sequence + 1, time.toEpochMilli());
        toldAt = receivedAt;
        toldMission = current;
        return Optional.of(new DroneTelemetry(
                droneId,
                sequence,
                time,
                position.latitude(),
                position.longitude(),
                position.relativeAltitude(),
                position.groundSpeed(),
                position.heading(),
                battery,
                flight.status(),
                DroneTelemetry.Payload.UNKNOWN,
                current));
    }
}
