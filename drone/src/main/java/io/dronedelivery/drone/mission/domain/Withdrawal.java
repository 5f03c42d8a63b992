package io.dronedelivery.drone.mission.domain;

import io.dronedelivery.contracts.Position;
import io.dronedelivery.contracts.drone.DroneTelemetry.FlightStatus;
import io.dronedelivery.contracts.drone.DroneTelemetry.Payload;
import io.dronedelivery.contracts.drone.Fleet.Protocol;
import io.dronedelivery.contracts.drone.FlightStopped.Because;
import io.dronedelivery.contracts.drone.MissionReference;
import io.dronedelivery.drone.report.domain.LastReport;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A mission that its drone has to give up. Until it has certainly stopped, no other drone is sent for the parcel, and this
 * drone for no other parcel.
 *
 * @param pickup where the parcel was to be fetched
 * @param since when the mission was withdrawn: since then the drone is ordered to give it up
 * @param ordered whether the drone was ever ordered to fly it
 * @param loaded whether a report since then, or a rejected one before, said that its drone has the parcel
 * @param known how it is known that the drone has stopped; absent if it is not known
 */
public record Withdrawal(
        MissionReference mission,
        Position pickup,
        Instant since,
        boolean ordered,
        boolean loaded,
        @Nullable Because known) {

    /**
     * What a drone says of itself counts only if it says so this long after the withdrawal: an order given just before has then
     * arrived, or is lost. The time is measured by our clocks, which may differ between two processes, and by the drone's own.
     */
    public static final Duration SETTLED_AFTER = Duration.ofSeconds(15);

    /** A drone that stands this near the pickup may be about to load. */
    static final double NEAR_PICKUP_METERS = 100;

    /** Whether its drone may still fly it, as far as is known. */
    public boolean mayBeFlown() {
        return known == null;
    }

    /**
     * Decides whether the drone has certainly stopped, and how that is known.
     *
     * @param writtenOff whether the drone is declared lost
     * @param seen the last report of the drone
     * @param heardFrom when the drone was first heard, by its own clock, since the caller knew of this; absent if it was not
     *     heard since, or if later samples of it still wait
     */
    public Optional<Because> stopped(
            Protocol protocol, boolean writtenOff, @Nullable LastReport seen, @Nullable Instant heardFrom) {
        if (known != null) {
            return Optional.of(known);
        }
        if (!ordered) {
            return Optional.of(Because.ACKNOWLEDGED);
        }
        if (writtenOff) {
            return Optional.of(Because.WRITTEN_OFF);
        }
        if (seen == null) {
            return Optional.empty();
        }
        boolean settled = heardFrom != null && settled(seen, heardFrom);
        Optional<Because> certain =
                switch (protocol) {
                    case HTTP -> byItsOwnWord(seen, settled);
                    case MAVLINK -> Optional.of(Because.LANDED_EMPTY).filter(_ -> settled && atRest(seen));
                };
        boolean parcelIsOut = loaded || bringsTheParcelHome(seen);
        return certain.map(because -> parcelIsOut ? Because.WITH_PARCEL : because);
    }

    /** A drone that gave a mission up never takes it up again. One that did not may not have heard of the recall yet. */
    private Optional<Because> byItsOwnWord(LastReport seen, boolean settled) {
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
     * The fleet sends no orders to an autopilot, and writes the mission into its samples itself. So only its place on the
     * ground tells. Without a sensor for it, it counts as empty.
     */
    private boolean atRest(LastReport seen) {
        return seen.standing()
                && seen.payload() != Payload.LOADED
                && (seen.flightStatus() == FlightStatus.GROUNDED || !atPickup(seen));
    }

    private boolean bringsTheParcelHome(LastReport seen) {
        return seen.payload() == Payload.LOADED && (seen.mission() == null || gaveUp(seen));
    }

    private boolean settled(LastReport seen, Instant heardFrom) {
        return !seen.seenAt().isBefore(since.plus(SETTLED_AFTER))
                && !seen.time().isBefore(heardFrom.plus(SETTLED_AFTER));
    }

    private boolean gaveUp(LastReport seen) {
        return flies(seen) && seen.mission() != null && seen.mission().aborted();
    }

    private boolean flies(LastReport seen) {
        return seen.flies(mission.deliveryId(), mission.attempt());
    }

    private boolean atPickup(LastReport seen) {
        return seen.position() == null || seen.position().metersTo(pickup) <= NEAR_PICKUP_METERS;
    }
}
