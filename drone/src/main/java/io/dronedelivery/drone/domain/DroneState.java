package io.dronedelivery.drone.domain;

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
 * @param missions what it is held for, and what was withdrawn from it
 * @param writtenOff that it was declared lost, if it was
 * @param sighting the last that was heard of it
 * @param revision orders the versions of everything but the sighting
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
        @Nullable Sighting sighting,
        long revision) {

    /** Less than this is not charged enough for any new flight. */
    public static final double BATTERY_MIN_PERCENT = 30;

    /** A drone on the ground that was not heard of for so long is not counted on. Parked drones report seldom. */
    public static final Duration HEARD_WITHIN = Duration.ofMinutes(10);

    /** A drone that was never heard of yet is counted on for so long after its registration. */
    public static final Duration FRESH_FOR = Duration.ofHours(24);

    /** What is taken to be in the battery of a drone that was never heard of: it stands charged at its base. */
    public static final double BATTERY_WHEN_NEW_PERCENT = 100;

    /** What is to be counted on in its battery, in percent: full if it was never heard of, nothing if it never said. */
    public double battery() {
        if (sighting == null) {
            return BATTERY_WHEN_NEW_PERCENT;
        }
        return sighting.battery() == null ? 0 : sighting.battery();
    }

    /** What it is reserved for, if anything. */
    public @Nullable MissionReference assignment() {
        return missions.assignment();
    }

    /** What it is there for at that time. */
    public Availability availability(Instant now) {
        return availabilityFor("", now);
    }

    /** The same, seen by a delivery: its own drone can be reserved for it anew, though it may fly an earlier attempt. */
    Availability availabilityFor(String deliveryId, Instant now) {
        if (writtenOff != null) {
            return Availability.WRITTEN_OFF;
        }
        if (assignment() != null) {
            return missions.flight() == null && !missions.recalled() ? Availability.RESERVED : Availability.ON_MISSION;
        }
        if (!countedOn(now)) {
            return Availability.UNAVAILABLE;
        }
        return readyForAnother() && !missions.mayFlyOnExceptFor(deliveryId)
                ? Availability.FREE
                : Availability.RETURNING;
    }

    private boolean countedOn(Instant now) {
        if (sighting == null) {
            return !registeredAt.plus(FRESH_FOR).isBefore(now);
        }
        return !sighting.seenAt().plus(HEARD_WITHIN).isBefore(now) && sighting.flightStatus() != FlightStatus.EMERGENCY;
    }

    private boolean readyForAnother() {
        return sighting == null || (sighting.standing() && empty(sighting) && sighting.charged());
    }

    /** Without a sensor, it is empty once it was seen on the ground after its mission's end. */
    private boolean empty(Sighting seen) {
        return seen.payload() == Payload.EMPTY
                || (seen.payload() == Payload.UNKNOWN
                        && (missions.endedAt() == null || !seen.seenAt().isBefore(missions.endedAt())));
    }

    /** What it is to do now. One that was written off and comes back all the same is to go home. */
    Order order() {
        return new Order(droneId, ordered(), home);
    }

    /** The mission that it is to fly now, if any. */
    @Nullable
    Flight ordered() {
        return writtenOff == null ? missions.ordered() : null;
    }

    /**
     * Those of its withdrawn missions that it certainly does not fly any further.
     *
     * @param heardFrom see {@link Withdrawal#stopped}
     */
    List<FlightStopped> stopped(Function<MissionReference, @Nullable Instant> heardFrom) {
        return missions.withdrawn().stream()
                .flatMap(withdrawn -> withdrawn
                        .stopped(this, heardFrom.apply(withdrawn.mission()))
                        .map(because -> stopped(withdrawn, because))
                        .stream())
                .toList();
    }

    private FlightStopped stopped(Withdrawal withdrawn, Because because) {
        if (sighting != null) {
            return new FlightStopped(droneId, sighting.sequence(), sighting.time(), withdrawn.mission(), because);
        }
        Instant time = writtenOff == null ? withdrawn.since() : writtenOff.at();
        return new FlightStopped(droneId, 0, time, withdrawn.mission(), because);
    }

    /** Its last report, if it fell silent in the air on a mission: nothing was heard of it since that time. */
    public Optional<LinkLost> linkLost(Instant heardBefore) {
        return Optional.ofNullable(sighting)
                .filter(last -> ordered() != null
                        && last.flightStatus() == FlightStatus.AIRBORNE
                        && last.seenAt().isBefore(heardBefore))
                .map(last -> new LinkLost(droneId, last.sequence(), last.time(), assignment()));
    }

    /** As operators see it. */
    public Drone view(Instant now) {
        return new Drone(
                droneId,
                registration,
                availability(now),
                assignment(),
                sighting == null ? null : sighting.position(),
                sighting == null ? null : sighting.battery(),
                sighting == null ? null : sighting.flightStatus(),
                sighting == null ? null : sighting.seenAt(),
                writtenOff);
    }

    /** This with what was heard last. */
    DroneState seen(Sighting latest) {
        Position place = latest.standing() && latest.position() != null ? latest.position() : stand;
        return new DroneState(
                droneId, registration, base, home, registeredAt, place, missions, writtenOff, latest, revision);
    }

    /** This where its next sample has that number by its own count, if that is not greater than the last. */
    DroneState numberingNext(long ownSequence) {
        return sighting == null || ownSequence > sighting.ownSequence()
                ? this
                : seen(sighting.numberingNext(ownSequence));
    }

    /** This with another base to go to. */
    DroneState goingTo(Position nearest) {
        return new DroneState(
                droneId, registration, base, nearest, registeredAt, stand, missions, writtenOff, sighting, revision);
    }

    /** This with other missions. */
    DroneState with(DroneMissions other) {
        return new DroneState(
                droneId, registration, base, home, registeredAt, stand, other, writtenOff, sighting, revision);
    }

    /** The newer facts and the newer sighting of two versions. */
    DroneState merge(DroneState other) {
        DroneState facts = other.revision >= revision ? other : this;
        Sighting mine = sighting;
        Sighting others = other.sighting;
        if (mine == null || (others != null && others.sequence() >= mine.sequence())) {
            return others == null ? facts : facts.seen(others);
        }
        return facts.seen(mine);
    }
}
