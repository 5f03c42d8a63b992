package io.dronedelivery.drone.domain;

import io.dronedelivery.contracts.Position;
import io.dronedelivery.contracts.drone.DroneTelemetry.FlightStatus;
import io.dronedelivery.contracts.drone.DroneTelemetry.Payload;
import io.dronedelivery.contracts.drone.FlightStopped.Because;
import io.dronedelivery.contracts.drone.MissionReference;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A mission that its drone is not to fly any more, and of which it is to be known that it does not. Until then no other
 * drone is sent for the parcel, and this one for none other.
 *
 * @param pickup where the parcel was to be fetched
 * @param since when the mission was withdrawn: from then on the drone is ordered to give it up
 * @param ordered whether the drone was ever ordered to fly it
 * @param loaded whether its drone was heard to have the parcel since
 * @param known how it is known that it stopped; absent where it is not
 */
public record Withdrawal(
        MissionReference mission,
        Position pickup,
        Instant since,
        boolean ordered,
        boolean loaded,
        @Nullable Because known) {

    /**
     * What a drone says of itself counts from so long after: an order that was given just before has arrived by then, or
     * is lost. So long after by our clocks, which two processes may have set differently, and by the drone's own.
     */
    public static final Duration SETTLED_AFTER = Duration.ofSeconds(15);

    /** A drone that stands this near the pickup may be about to load. */
    static final double AT_PICKUP_METERS = 100;

    /** Whether its drone may still fly it, as far as is known. */
    public boolean mayBeFlown() {
        return known == null;
    }

    /**
     * Whether and why it is certain that the drone will not go on with the mission: the one rule.
     *
     * @param heardFrom when the drone was first heard of, by its own clock, since whoever asks has known of this; absent
     *     where it was not, or lags behind what it has seen
     */
    Optional<Because> stopped(DroneState drone, @Nullable Instant heardFrom) {
        if (known != null) {
            return Optional.of(known);
        }
        if (!ordered) {
            return Optional.of(Because.ACKNOWLEDGED);
        }
        if (drone.writtenOff() != null) {
            return Optional.of(Because.WRITTEN_OFF);
        }
        Sighting seen = drone.sighting();
        if (seen == null) {
            return Optional.empty();
        }
        boolean settled = heardFrom != null && settled(seen, heardFrom);
        Optional<Because> certain =
                switch (drone.registration().door()) {
                    case HTTP -> byItsOwnWord(seen, settled);
                    case MAVLINK -> Optional.of(Because.LANDED_EMPTY).filter(_ -> settled && atRest(seen));
                };
        boolean parcelIsOut = loaded || bringsTheParcelHome(seen);
        return certain.map(because -> parcelIsOut ? Because.WITH_PARCEL : because);
    }

    /** A drone that once gave a mission up never takes it up again; one that has not may not have heard yet. */
    private Optional<Because> byItsOwnWord(Sighting seen, boolean settled) {
        if (gaveUp(seen) || (settled && !flies(seen))) {
            return Optional.of(Because.ACKNOWLEDGED);
        }
        return Optional.of(Because.LANDED_EMPTY)
                .filter(_ -> settled
                        && seen.flightStatus() == FlightStatus.LANDED
                        && seen.payload() == Payload.EMPTY
                        && !atPickup(seen));
    }

    /**
     * An autopilot is ordered nothing by the fleet, and the mission in its samples is the fleet's own word: only where it
     * stands tells. With no sensor for it, it is taken to be empty.
     */
    private boolean atRest(Sighting seen) {
        return seen.standing()
                && seen.payload() != Payload.LOADED
                && (seen.flightStatus() == FlightStatus.GROUNDED || !atPickup(seen));
    }

    private boolean bringsTheParcelHome(Sighting seen) {
        return seen.payload() == Payload.LOADED && (seen.mission() == null || gaveUp(seen));
    }

    private boolean settled(Sighting seen, Instant heardFrom) {
        return !seen.seenAt().isBefore(since.plus(SETTLED_AFTER))
                && !seen.time().isBefore(heardFrom.plus(SETTLED_AFTER));
    }

    private boolean gaveUp(Sighting seen) {
        return flies(seen) && seen.mission() != null && seen.mission().aborted();
    }

    private boolean flies(Sighting seen) {
        return seen.flies(mission.deliveryId(), mission.attempt());
    }

    private boolean atPickup(Sighting seen) {
        return seen.position() == null || seen.position().metersTo(pickup) <= AT_PICKUP_METERS;
    }
}
