package io.dronedelivery.drone.registry.domain;

import io.dronedelivery.contracts.Position;
import io.dronedelivery.contracts.drone.DroneTelemetry.FlightStatus;
import io.dronedelivery.contracts.drone.DroneTelemetry.Payload;
import io.dronedelivery.contracts.drone.Fleet.Availability;
import io.dronedelivery.contracts.drone.Fleet.Drone;
import io.dronedelivery.contracts.drone.Fleet.Flight;
import io.dronedelivery.contracts.drone.Fleet.Order;
import io.dronedelivery.contracts.drone.Fleet.Registration;
import io.dronedelivery.contracts.drone.Fleet.WrittenOff;
import io.dronedelivery.contracts.drone.FlightStopped;
import io.dronedelivery.contracts.drone.FlightStopped.Because;
import io.dronedelivery.contracts.drone.LinkLost;
import io.dronedelivery.contracts.drone.MissionReference;
import io.dronedelivery.drone.mission.domain.DroneMissions;
import io.dronedelivery.drone.mission.domain.Withdrawal;
import io.dronedelivery.drone.report.domain.LastReport;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A drone as the fleet knows it.
 *
 * @param base where the base is that it is registered at
 * @param home the base it flies to when it has nothing to fly: the nearest to where it last stood
 * @param stand where it last stood on the ground: its base until it is seen
 * @param missions what it is held for, and what it has to give up
 * @param writtenOff who declared it lost, when and why; absent if nobody did
 * @param lastReport the last report of it that was accepted; absent if it was never heard
 * @param revision orders the versions of everything but the last report
 */
public record DroneState(
        String droneId,
        Registration registration,
        Position base,
        Position home,
        Instant registeredAt,
        Position stand,
        DroneMissions missions,
        @Nullable WrittenOff writtenOff,
        @Nullable LastReport lastReport,
        long revision) {

    /** A drone on the ground that was not heard for so long is not reserved. Parked drones report seldom. */
    public static final Duration HEARD_WITHIN = Duration.ofMinutes(10);

    /** A drone that was never heard yet can be reserved for so long after its registration. */
    public static final Duration FRESH_FOR = Duration.ofHours(24);

    /** The charge of a drone that was never heard: it stands charged at its base. */
    public static final double BATTERY_WHEN_NEW_PERCENT = 100;

    /** The charge to reckon with, in percent: full if it was never heard, nothing if it never told its charge. */
    public double battery() {
        if (lastReport == null) {
            return BATTERY_WHEN_NEW_PERCENT;
        }
        return lastReport.battery() == null ? 0 : lastReport.battery();
    }

    /** What it is reserved for, if anything. */
    public @Nullable MissionReference heldFor() {
        return missions.heldFor();
    }

    /** What it can be used for at that time. */
    public Availability availability(Instant now) {
        return availabilityFor("", now);
    }

    /** The same for one delivery: a drone that may still fly an earlier attempt at it can be reserved for it again. */
    public Availability availabilityFor(String deliveryId, Instant now) {
        if (writtenOff != null) {
            return Availability.WRITTEN_OFF;
        }
        if (heldFor() != null) {
            return missions.flight() == null && !missions.recalled() ? Availability.RESERVED : Availability.ON_MISSION;
        }
        if (!isReachable(now)) {
            return Availability.UNAVAILABLE;
        }
        return readyForAnother() && !missions.mayFlyOnExceptFor(deliveryId)
                ? Availability.FREE
                : Availability.RETURNING;
    }

    private boolean isReachable(Instant now) {
        if (lastReport == null) {
            return !registeredAt.plus(FRESH_FOR).isBefore(now);
        }
        return !lastReport.seenAt().plus(HEARD_WITHIN).isBefore(now)
                && lastReport.flightStatus() != FlightStatus.EMERGENCY;
    }

    private boolean readyForAnother() {
        return lastReport == null || (lastReport.standing() && empty(lastReport) && lastReport.charged());
    }

    /** Without a sensor, it counts as empty once it was seen on the ground after the end of its mission. */
    private boolean empty(LastReport seen) {
        return seen.payload() == Payload.EMPTY
                || (seen.payload() == Payload.UNKNOWN
                        && (missions.endedAt() == null || !seen.seenAt().isBefore(missions.endedAt())));
    }

    /** What it has to do now. A drone that was written off and comes back is ordered home. */
    public Order order() {
        return new Order(droneId, ordered(), home);
    }

    /** The mission that it is ordered to fly now, if any. */
    @Nullable
    public Flight ordered() {
        return writtenOff == null ? missions.ordered() : null;
    }

    /**
     * Those of its withdrawn missions that it has certainly stopped flying.
     *
     * @param heardFrom see {@link Withdrawal#stopped}
     */
    public List<FlightStopped> stopped(Function<MissionReference, @Nullable Instant> heardFrom) {
        return missions.withdrawn().stream()
                .flatMap(withdrawn -> withdrawn
                        .stopped(
                                registration.protocol(),
                                writtenOff != null,
                                lastReport,
                                heardFrom.apply(withdrawn.mission()))
                        .map(because -> stopped(withdrawn, because))
                        .stream())
                .toList();
    }

    private FlightStopped stopped(Withdrawal withdrawn, Because because) {
        if (lastReport != null) {
            return new FlightStopped(droneId, lastReport.sequence(), lastReport.time(), withdrawn.mission(), because);
        }
        Instant time = writtenOff == null ? withdrawn.since() : writtenOff.at();
        return new FlightStopped(droneId, 0, time, withdrawn.mission(), because);
    }

    /** Whether it has to be looked at from time to time: its link may get lost, or it may stop a withdrawn mission. */
    boolean isMonitored() {
        return airborneOnMission(lastReport) || !missions.withdrawn().isEmpty();
    }

    private boolean airborneOnMission(@Nullable LastReport seen) {
        return seen != null && seen.flightStatus() == FlightStatus.AIRBORNE && ordered() != null;
    }

    /** Present if it is in the air on a mission and was not heard since that time. */
    public Optional<LinkLost> linkLost(Instant heardBefore) {
        return Optional.ofNullable(lastReport)
                .filter(last -> airborneOnMission(last) && last.seenAt().isBefore(heardBefore))
                .map(last -> new LinkLost(droneId, last.sequence(), last.time(), heldFor()));
    }

    /** As operators see it. */
    public Drone view(Instant now) {
        return new Drone(
                droneId,
                registration,
                availability(now),
                heldFor(),
                lastReport == null ? null : lastReport.position(),
                lastReport == null ? null : lastReport.battery(),
                lastReport == null ? null : lastReport.flightStatus(),
                lastReport == null ? null : lastReport.seenAt(),
                writtenOff);
    }

    /** The sequence of its last report; -1 if it was never heard. */
    public long lastSequence() {
        return lastReport == null ? -1 : lastReport.sequence();
    }

    /** Whether that report is newer than its last one. */
    public boolean isOlderThan(LastReport report) {
        return lastSequence() < report.sequence();
    }

    /** This with a newer report. */
    public DroneState seen(LastReport latest) {
        Position place = latest.standing() && latest.position() != null ? latest.position() : stand;
        return new DroneState(
                droneId, registration, base, home, registeredAt, place, missions, writtenOff, latest, revision);
    }

    /** This, prepared for a next sample with that number, if the number does not follow the last one. */
    public DroneState numberingNext(long ownSequence) {
        return lastReport == null || ownSequence > lastReport.ownSequence()
                ? this
                : seen(lastReport.numberingNext(ownSequence));
    }

    /** This with another base to go to. */
    public DroneState goingTo(Position nearest) {
        return new DroneState(
                droneId, registration, base, nearest, registeredAt, stand, missions, writtenOff, lastReport, revision);
    }

    /** This with other missions. */
    public DroneState with(DroneMissions other) {
        return new DroneState(
                droneId, registration, base, home, registeredAt, stand, other, writtenOff, lastReport, revision);
    }

    /** This, held for that mission since that revision. */
    public DroneState reserved(MissionReference mission, long since) {
        return new DroneState(
                droneId,
                registration,
                base,
                home,
                registeredAt,
                stand,
                missions.reserved(mission),
                writtenOff,
                lastReport,
                since);
    }

    /** The newer state and the newer report of two versions. */
    public DroneState merge(DroneState other) {
        DroneState facts = other.revision >= revision ? other : this;
        LastReport mine = lastReport;
        LastReport others = other.lastReport;
        if (mine == null || (others != null && others.sequence() >= mine.sequence())) {
            return others == null ? facts : facts.seen(others);
        }
        return facts.seen(mine);
    }
}
