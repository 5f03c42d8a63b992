package io.dronedelivery.mavlink.autopilot;

import io.dronedelivery.contracts.Position;
import io.dronedelivery.contracts.drone.DroneTelemetry;
import io.dronedelivery.contracts.drone.DroneTelemetry.FlightStatus;
import io.dronedelivery.contracts.drone.MissionReference;
import io.dronedelivery.contracts.drone.SetAside;
import io.dronedelivery.mavlink.frame.Message;
import io.dronedelivery.mavlink.frame.Message.ExtendedSystemState;
import io.dronedelivery.mavlink.frame.Message.GlobalPosition;
import io.dronedelivery.mavlink.frame.Message.Heartbeat;
import io.dronedelivery.mavlink.frame.Message.MissionItemReached;
import io.dronedelivery.mavlink.frame.Message.SatelliteFix;
import io.dronedelivery.mavlink.frame.Message.SystemStatus;
import io.dronedelivery.mavlink.frame.Message.SystemTime;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Folds the messages of one drone's autopilot into its telemetry: a sample per position, and one at once when it is armed
 * or disarmed, takes off or lands, or its mission changed. Messages may be doubled, lost, or overtake each other; the autopilot may reboot.
 * Without I/O or a clock of its own; not for several threads.
 */
public final class Autopilot {
    /** A drone that lives is heard of at least this often, also while its position stays the same. */
    static final Duration SILENCE_MAX = Duration.ofSeconds(5);

    /** Clocks that are set by hand, as ours may be, are some minutes off; one that is more ahead does not know the time. */
    static final Duration TIME_AHEAD_MAX = Duration.ofMinutes(15);

    /** More samples than are told between two times the sequence is stored: none is numbered twice after a crash. */
    private static final long SAMPLES_UNSTORED_MAX = 10_000;

    private final String droneId;
    private final Consumer<SetAside> rejections;
    private final Set<SetAside.Reason> lasting = EnumSet.noneOf(SetAside.Reason.class);
    private Flight flight;
    private long sequence;
    private @Nullable MissionReference mission;
    private @Nullable BootClock clock;
    private @Nullable Vicinity vicinity;
    private @Nullable Reception reception;
    private @Nullable CriticalState critical;
    private @Nullable GlobalPosition position;
    private @Nullable Position place;
    private @Nullable Instant placedAt;
    private @Nullable Double battery;
    private Instant toldAt = Instant.EPOCH;
    private @Nullable MissionReference toldMission;

    private Autopilot(String droneId, Flight flight, Consumer<SetAside> rejections) {
        this.droneId = droneId;
        this.flight = flight;
        this.rejections = rejections;
    }

    /** That of a drone nothing is known of. */
    public static Autopilot of(String droneId) {
        return new Autopilot(droneId, Flight.resumed(FlightStatus.GROUNDED), _ -> {});
    }

    /**
     * That of a drone that may have been heard of before: a landing in the meantime is still noticed.
     *
     * @param rejections is given what is not accepted
     */
    static Autopilot resumed(DroneSnapshot drone, Consumer<SetAside> rejections) {
        Autopilot autopilot = new Autopilot(drone.droneId(), Flight.resumed(drone.flightStatus()), rejections);
        autopilot.sequence = drone.sequence() + SAMPLES_UNSTORED_MAX;
        autopilot.mission = drone.mission();
        autopilot.battery = drone.battery();
        return autopilot;
    }

    String droneId() {
        return droneId;
    }

    boolean airborne() {
        return flight.airborne();
    }

    /** From now on its clock began at another time: another source is heard, or the autopilot was started anew. */
    void startAnew() {
        clock = null;
        position = null;
        reception = null;
        critical = null;
    }

    /** Takes note of where the drone may be. Of one that nothing is known of, every place is accepted. */
    void know(DroneSnapshot drone) {
        vicinity = Vicinity.of(drone);
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
                        !heartbeat.groundStation()
                                && turned(flight.after(heartbeat, failing(heartbeat, receivedAt)), receivedAt);
                    case ExtendedSystemState state -> turned(flight.after(state), receivedAt);
                    case GlobalPosition moved -> moved(moved, receivedAt);
                    case SystemTime time -> set(time, receivedAt);
                    case SystemStatus status -> charged(status, receivedAt);
                    case SatelliteFix fix -> received(fix, receivedAt);
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

    /** A critical state counts once it lasts, a more severe one at once. */
    private boolean failing(Heartbeat heartbeat, Instant receivedAt) {
        long millis = clock == null ? 0 : clock.bootMillis();
        CriticalState before = critical;
        if (!heartbeat.critical()) {
            boolean blip = before != null && !before.lasts(millis, receivedAt) && flight.airborne();
            reject(blip, SetAside.Reason.CRITICAL_STATE, "a critical state that did not last", receivedAt);
            critical = null;
            return heartbeat.emergency();
        }
        critical = before == null ? CriticalState.begun(millis, receivedAt) : before.again();
        return critical.lasts(millis, receivedAt);
    }

    /** A position that is not newer than the last was doubled or overtaken. */
    private boolean moved(GlobalPosition moved, Instant receivedAt) {
        BootClock now = tick(moved.bootMillis(), receivedAt);
        boolean newer = position == null || now.millis(moved.bootMillis()) > now.millis(position.bootMillis());
        if (!newer || !now.tells(moved.bootMillis())) {
            return false;
        }
        position = moved;
        flight = flight.after(moved);
        place = located(moved.place(), receivedAt);
        return true;
    }

    /** Where it is; absent where it does not know, or can't know by what is known of it. */
    private @Nullable Position located(@Nullable Position told, Instant receivedAt) {
        Duration flown = flight.airborne() && placedAt != null ? Duration.between(placedAt, receivedAt) : Duration.ZERO;
        boolean accepted = told != null
                && (reception != null && reception.isCurrent(receivedAt)
                        ? reception.located()
                        : vicinity == null || vicinity.includes(told, flown));
        String detail = told == null ? "a place off the globe" : told + " without a satellite fix";
        reject(!accepted, SetAside.Reason.NO_FIX, detail, receivedAt);
        placedAt = accepted || placedAt == null || !flight.airborne() ? receivedAt : placedAt;
        return accepted ? told : null;
    }

    private boolean received(SatelliteFix fix, Instant receivedAt) {
        reception = new Reception(fix.located(), receivedAt);
        return false;
    }

    private boolean set(SystemTime time, Instant receivedAt) {
        BootClock now = tick(time.bootMillis(), receivedAt);
        boolean ahead = time.instant().isAfter(receivedAt.plus(TIME_AHEAD_MAX));
        clock = ahead ? now : now.set(time);
        reject(ahead, SetAside.Reason.TIME_AHEAD, "SYSTEM_TIME is " + time.instant(), receivedAt);
        return false;
    }

    /** What was known stays known: it may not know for a while. */
    private boolean charged(SystemStatus status, Instant receivedAt) {
        boolean nonsense = status.batteryRemaining() < -1 || status.batteryRemaining() > 100;
        reject(nonsense, SetAside.Reason.BATTERY, "battery_remaining is " + status.batteryRemaining(), receivedAt);
        if (!nonsense && status.batteryRemaining() >= 0) {
            battery = (double) status.batteryRemaining();
        }
        return false;
    }

    private BootClock tick(long bootMillis, Instant receivedAt) {
        BootClock before = clock;
        BootClock now =
                before == null ? BootClock.started(bootMillis, receivedAt) : before.hear(bootMillis, receivedAt);
        if (before != null && now.boots() != before.boots()) {
            startAnew();
        }
        clock = now;
        return now;
    }

    /** Notes what is not accepted, once for as long as it goes on. */
    private void reject(boolean is, SetAside.Reason reason, String detail, Instant receivedAt) {
        if (!is) {
            lasting.remove(reason);
        } else if (lasting.add(reason)) {
            rejections.accept(new SetAside(reason, detail, receivedAt, null));
        }
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
                place == null ? null : (Double) place.latitude(),
                place == null ? null : (Double) place.longitude(),
                position.relativeAltitude(),
                position.groundSpeed(),
                position.heading(),
                battery,
                flight.status(),
                DroneTelemetry.Payload.UNKNOWN,
                current));
    }
}
