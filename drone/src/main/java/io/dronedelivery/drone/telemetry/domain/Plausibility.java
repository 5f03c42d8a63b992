package io.dronedelivery.drone.telemetry.domain;

import io.dronedelivery.contracts.Position;
import io.dronedelivery.contracts.drone.DroneTelemetry;
import io.dronedelivery.contracts.drone.DroneTelemetry.FlightStatus;
import io.dronedelivery.contracts.drone.Fleet.Airframe;
import io.dronedelivery.contracts.drone.SetAside.Reason;
import io.dronedelivery.drone.registry.domain.DroneState;
import io.dronedelivery.drone.report.domain.LastReport;
import io.dronedelivery.drone.telemetry.domain.PlausibilityResult.Accepted;
import io.dronedelivery.drone.telemetry.domain.PlausibilityResult.Rejected;
import io.dronedelivery.drone.telemetry.domain.PlausibilityResult.Rejection;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whether a sample is plausible with what is known of its drone. The limits are generous: a damaged sample, or one of
 * another drone, exceeds them, but no drone in a storm. Both the drone's clock and ours say how much time has passed, and
 * the longer time counts. A replay is faster than our clock, a backlog comes all at once, and either clock may be reset.
 */
public final class Plausibility {
    /** No drone that delivers is faster, whatever the wind; see {@link #FASTER_THAN_CRUISING} for those that cruise fast. */
    static final double METERS_PER_SECOND_MAX = 50;

    static final double FASTER_THAN_CRUISING_MAX = 2;

    /** How far a drone may get with the wind behind it, as a multiple of its range. */
    static final double FARTHER_THAN_RANGE_MAX = 1.5;

    /** How far off a satellite fix may be for a moment, beside houses. */
    static final double PLACE_ERROR_METERS_MAX = 100;

    static final double CLIMB_METERS_PER_SECOND_MAX = 30;
    static final double HEIGHT_ERROR_METERS_MAX = 100;
    static final double HEIGHT_METERS_MAX = 10_000;

    /** A drone that is faster does not stand. A plane that rolls out may be as fast. */
    static final double STANDING_METERS_PER_SECOND_MAX = 5;

    /** In percent of the whole: a battery is changed in less than a minute at best. */
    static final double CHARGE_PER_SECOND_MAX = 2;

    static final double CHARGE_ERROR_PERCENT_MAX = 10;

    /** Clocks that are set by hand, as ours may be, are some minutes off; one that is more ahead does not know the time. */
    static final Duration TIME_AHEAD_MAX = Duration.ofMinutes(15);

    /** Some drones number by the clock: in nanoseconds at the finest. */
    static final double NUMBERS_PER_SECOND_MAX = 1e9;

    /** What a drone may skip when it starts anew, not to use a number twice. */
    static final double NUMBERS_SKIPPED_MAX = 1e6;

    private Plausibility() {}

    /** Checks a sample whose every field is within its bounds. */
    static PlausibilityResult check(DroneState drone, DroneTelemetry told, Instant receivedAt) {
        DroneTelemetry sample = inTime(told, receivedAt);
        LastReport last = drone.lastReport();
        boolean late = last != null && isLate(last, told, receivedAt);
        Optional<Rejection> rejection = Stream.concat(
                        byItself(drone.registration().airframe(), sample).stream(),
                        against(drone, sample, late, receivedAt).stream())
                .findFirst();
        return rejection
                .<PlausibilityResult>map(because -> new Rejected(because, late))
                .orElseGet(() -> accepted(last, told, late, receivedAt));
    }

    /** The sample as it is accepted: because it is plausible, or because it was confirmed. */
    static Accepted accepted(@Nullable LastReport last, DroneTelemetry told, boolean late, Instant receivedAt) {
        DroneTelemetry sample = inTime(told, receivedAt);
        Optional<Rejection> ahead = rejection(
                isAhead(told, receivedAt),
                Reason.TIME_AHEAD,
                "/time: %s is ahead of %s, when it was received, which took its place",
                told.time(),
                receivedAt);
        Optional<Rejection> charged = last == null ? Optional.empty() : charged(last, sample, late, receivedAt);
        return new Accepted(
                with(
                        sample,
                        sample.sequence() + (last == null ? 0 : last.sequenceOffset()),
                        sample.time(),
                        charged.isPresent() ? null : sample.battery()),
                Stream.of(ahead, charged).flatMap(Optional::stream).toList(),
                late);
    }

    /** The sample; if its own time is too far ahead, with the time of its receipt. */
    static DroneTelemetry inTime(DroneTelemetry told, Instant receivedAt) {
        return isAhead(told, receivedAt) ? with(told, told.sequence(), receivedAt, told.battery()) : told;
    }

    private static boolean isAhead(DroneTelemetry told, Instant receivedAt) {
        return told.time().isAfter(receivedAt.plus(TIME_AHEAD_MAX));
    }

    /** Why it can't be the next sample of the drone, apart from its speed. */
    static Optional<Rejection> against(DroneState drone, DroneTelemetry sample, boolean late, Instant receivedAt) {
        LastReport last = drone.lastReport();
        double seconds = last == null ? Double.POSITIVE_INFINITY : seconds(last, sample, late, receivedAt);
        return Stream.of(
                        late || last == null ? Optional.<Rejection>empty() : number(last, sample, seconds),
                        place(drone, sample, seconds),
                        height(last, sample, seconds))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Its number and its time say that it was taken before the last one. A drone that was silent for long may have lost both. */
    private static boolean isLate(LastReport last, DroneTelemetry sample, Instant receivedAt) {
        return sample.sequence() <= last.ownSequence()
                && (isAhead(sample, receivedAt) || !sample.time().isAfter(last.time()))
                && !last.seenAt().plus(DroneState.HEARD_WITHIN).isBefore(receivedAt);
    }

    /** The time that has passed since the last sample: rather too much than too little, if clocks were set. */
    private static double seconds(LastReport last, DroneTelemetry sample, boolean late, Instant receivedAt) {
        double byDrone = Duration.between(last.time(), sample.time()).toMillis() / 1e3;
        double byUs = Duration.between(last.seenAt(), receivedAt).toMillis() / 1e3;
        return Math.max(0, Math.max(late ? Math.abs(byDrone) : byDrone, byUs));
    }

    private static Optional<Rejection> byItself(Airframe airframe, DroneTelemetry sample) {
        double most = standing(sample) ? STANDING_METERS_PER_SECOND_MAX : metersPerSecondMax(airframe);
        return rejection(
                sample.groundSpeed() > most,
                Reason.SPEED,
                "/groundSpeed: %.0f m/s, but at most %.0f m/s are plausible %s",
                sample.groundSpeed(),
                most,
                standing(sample) ? "on the ground" : "for its kind");
    }

    private static Optional<Rejection> number(LastReport last, DroneTelemetry sample, double seconds) {
        double ahead = (double) sample.sequence() - last.ownSequence();
        double most = NUMBERS_SKIPPED_MAX + NUMBERS_PER_SECOND_MAX * seconds;
        boolean countable = sample.sequence() <= Long.MAX_VALUE - Math.max(0, last.sequenceOffset());
        return rejection(
                ahead <= 0 || ahead > most || !countable,
                Reason.SEQUENCE,
                "/sequence: %d does not follow %d",
                sample.sequence(),
                last.ownSequence());
    }

    private static Optional<Rejection> place(DroneState drone, DroneTelemetry sample, double seconds) {
        Position place = sample.position();
        if (place == null || isBack(drone, place, seconds)) {
            return Optional.empty();
        }
        Airframe airframe = drone.registration().airframe();
        double most = PLACE_ERROR_METERS_MAX
                + Math.min(metersPerSecondMax(airframe) * seconds, FARTHER_THAN_RANGE_MAX * airframe.rangeMetersMax());
        double way = lastPlace(drone).metersTo(place);
        return rejection(
                way > most,
                Reason.PLACE,
                "/latitude, /longitude: %.0f m from where it was last, but at most %.0f m are plausible",
                way,
                most);
    }

    /** A drone that stands, or was silent for so long that its link is lost, may have been carried back to its base. */
    private static boolean isBack(DroneState drone, Position place, double seconds) {
        LastReport last = drone.lastReport();
        return (last == null || last.standing() || seconds > LinkMonitor.LOST_AFTER.toSeconds())
                && drone.base().metersTo(place) <= PLACE_ERROR_METERS_MAX;
    }

    private static Position lastPlace(DroneState drone) {
        LastReport last = drone.lastReport();
        return last == null || last.position() == null ? drone.stand() : last.position();
    }

    /** A drone that stands may count its height from there. */
    private static Optional<Rejection> height(@Nullable LastReport last, DroneTelemetry sample, double seconds) {
        double before = last == null || last.altitude() == null ? 0 : last.altitude();
        double step = Math.abs(sample.altitude() - before);
        double way = last == null || last.standing() ? Math.min(step, Math.abs(sample.altitude())) : step;
        double most = HEIGHT_ERROR_METERS_MAX + Math.min(CLIMB_METERS_PER_SECOND_MAX * seconds, HEIGHT_METERS_MAX);
        return rejection(
                way > most,
                Reason.HEIGHT,
                "/altitude: %.0f m off the last, but at most %.0f m are plausible",
                way,
                most);
    }

    /** Only a rise is doubted: a drone with less than it says might be sent out, one with more only stays on the ground. */
    private static Optional<Rejection> charged(
            LastReport last, DroneTelemetry sample, boolean late, Instant receivedAt) {
        if (last.battery() == null || sample.battery() == null || last.batterySeenAt() == null) {
            return Optional.empty();
        }
        double byUs = Duration.between(last.batterySeenAt(), receivedAt).toMillis() / 1e3;
        double seconds = Math.max(byUs, seconds(last, sample, late, receivedAt));
        double most = CHARGE_ERROR_PERCENT_MAX + CHARGE_PER_SECOND_MAX * seconds;
        double rise = sample.battery() - last.battery();
        return rejection(
                rise > most,
                Reason.BATTERY,
                "/battery: a rise by %.0f points, but at most %.0f are plausible",
                rise,
                most);
    }

    private static double metersPerSecondMax(Airframe airframe) {
        return Math.max(METERS_PER_SECOND_MAX, FASTER_THAN_CRUISING_MAX * airframe.cruiseSpeed());
    }

    static boolean standing(DroneTelemetry sample) {
        return sample.flightStatus() == FlightStatus.GROUNDED || sample.flightStatus() == FlightStatus.LANDED;
    }

    private static DroneTelemetry with(DroneTelemetry told, long sequence, Instant time, @Nullable Double battery) {
        return new DroneTelemetry(
                told.droneId(),
                sequence,
                time,
                told.latitude(),
                told.longitude(),
                told.altitude(),
                told.groundSpeed(),
                told.heading(),
                battery,
                told.flightStatus(),
                told.payload(),
                told.mission());
    }

    private static Optional<Rejection> rejection(boolean met, Reason reason, String detail, Object... values) {
        return met ? Optional.of(new Rejection(reason, String.format(Locale.ROOT, detail, values))) : Optional.empty();
    }
}
