package io.dronedelivery.drone.mavlink;

import io.dronedelivery.contracts.drone.DroneTelemetry;
import io.dronedelivery.contracts.drone.MissionReference;
import io.dronedelivery.drone.mavlink.Message.ExtendedSystemState;
import io.dronedelivery.drone.mavlink.Message.GlobalPosition;
import io.dronedelivery.drone.mavlink.Message.Heartbeat;
import io.dronedelivery.drone.mavlink.Message.MissionItemReached;
import io.dronedelivery.drone.mavlink.Message.SystemStatus;
import io.dronedelivery.drone.mavlink.Message.SystemTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Folds the messages of one drone's autopilot into its telemetry: a sample per position, and one at once when it is armed
 * or disarmed, takes off or lands. Messages may be doubled, lost, or overtake each other; the autopilot may reboot.
 * Without I/O or a clock of its own; not for several threads.
 */
public final class Autopilot {
    /** A drone that lives is heard of at least this often, also while its position stays the same. */
    static final Duration SILENCE_MAX = Duration.ofSeconds(5);

    private static final double BATTERY_UNKNOWN = 100;

    private final String droneId;
    private Flight flight;
    private long sequence;
    private @Nullable MissionReference mission;
    private @Nullable BootClock clock;
    private @Nullable GlobalPosition position;
    private double battery = BATTERY_UNKNOWN;
    private Instant toldAt = Instant.EPOCH;

    private Autopilot(String droneId, Flight flight, long sequence, @Nullable MissionReference mission) {
        this.droneId = droneId;
        this.flight = flight;
        this.sequence = sequence;
        this.mission = mission;
    }

    /** That of a drone nothing was ever heard of. */
    public static Autopilot of(String droneId) {
        return new Autopilot(droneId, Flight.UNHEARD, 0, null);
    }

    /** That of a drone this was last heard of: a landing in the meantime is still noticed, the sequence goes on. */
    public static Autopilot resumed(DroneTelemetry last) {
        return new Autopilot(last.droneId(), Flight.resumed(last.flightStatus()), last.sequence(), last.mission());
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
        battery = status.batteryRemaining() < 0 ? BATTERY_UNKNOWN : Math.min(100, status.batteryRemaining());
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
        Instant time = clock.time(position.bootMillis());
        sequence = Math.max(sequence + 1, time.toEpochMilli());
        toldAt = receivedAt;
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
