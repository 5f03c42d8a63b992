package io.dronedelivery.delivery.domain.evidence;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far a drone was seen to have come. Each component is the earliest or the latest message of some kind, so that joining
 * is idempotent and commutative.
 *
 * @param airborne earliest in the air
 * @param loaded earliest loaded at the pickup
 * @param onGroundAtPickup earliest on the ground at the pickup
 * @param departed earliest known in the air, not empty, after <code>onGroundAtPickup</code>
 * @param carrying latest in the air, not empty; absent once <code>departed</code> is known
 * @param near latest close to the drop-off; kept once it is after the pickup
 * @param delivered latest landed or unloaded at the drop-off; kept once it is after the pickup
 * @param afterGap earliest after a gap so long that the pickup may have happened in it
 * @param checkpoint a recent one, up to 30 s older than the latest: to find gaps, and to show where the drone was
 */
public record FlightProgress(
        @Nullable Observation airborne,
        @Nullable Observation loaded,
        @JsonProperty("grounded") @Nullable Observation onGroundAtPickup,
        @Nullable Observation departed,
        @JsonProperty("aloft") @Nullable Observation carrying,
        @Nullable Observation near,
        @Nullable Observation delivered,
        @JsonProperty("bridged") @Nullable Observation afterGap,
        @JsonProperty("last") @Nullable Observation checkpoint) {
    static final FlightProgress NONE = new FlightProgress(null, null, null, null, null, null, null, null, null);

    /** The message from which on the drone has the parcel. */
    @Nullable
    Observation pickup() {
        // If the drone is loaded before take-off, the pickup counts from take-off.
        Observation loadedAndFlown = loaded == null || airborne == null ? null : Observation.latest(loaded, airborne);
        return Observation.earliest(Observation.earliest(loadedAndFlown, departed), inferred());
    }

    /** A drone that has delivered after the gap must have picked up in it. */
    private @Nullable Observation inferred() {
        return afterGap == null || delivered == null || afterGap.after(delivered) ? null : afterGap;
    }

    /** Whether the take-off itself was the pickup, so that both stages are inferred from it. */
    boolean startedAtPickup() {
        Observation pickup = pickup();
        return pickup != null && airborne != null && pickup.sequence() == airborne.sequence();
    }

    boolean pickupIsInferred() {
        return inferred() != null && inferred().equals(pickup());
    }

    Optional<Observation> headedToPickup() {
        Observation pickup = pickup();
        return Optional.ofNullable(airborne).filter(seen -> pickup == null || !seen.after(pickup));
    }

    Optional<Observation> arrival() {
        return afterPickup(near);
    }

    Optional<Observation> delivery() {
        return pickupIsInferred() ? Optional.ofNullable(delivered) : afterPickup(delivered);
    }

    Optional<Observation> afterPickup(@Nullable Observation observation) {
        Observation pickup = pickup();
        return Optional.ofNullable(observation).filter(seen -> pickup != null && seen.after(pickup));
    }

    FlightProgress arrived(@Nullable Observation nearNow, @Nullable Observation deliveredNow) {
        return new FlightProgress(
                airborne, loaded, onGroundAtPickup, departed, carrying, nearNow, deliveredNow, afterGap, checkpoint);
    }

    /** A drone that has the parcel when it fails has flown to the pickup, though no message tells of it. */
    FlightProgress loadedWhenItFailed(Observation sign) {
        return new FlightProgress(
                Observation.earliest(airborne, sign),
                Observation.earliest(loaded, sign),
                onGroundAtPickup,
                departed,
                carrying,
                near,
                delivered,
                afterGap,
                checkpoint);
    }

    /** This without what changes with nearly every message. */
    FlightProgress essential() {
        return new FlightProgress(
                airborne, loaded, onGroundAtPickup, departed, null, null, delivered, afterGap, checkpoint);
    }
}
