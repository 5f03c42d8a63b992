package io.dronedelivery.delivery.domain;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far a drone was seen to have come. Every part is an earliest or a latest message of some kind, so that joining is
 * idempotent and commutative.
 *
 * @param airborne earliest in the air
 * @param loaded earliest loaded at the pickup
 * @param grounded earliest on the ground at the pickup
 * @param departed earliest known in the air, not empty, after <code>grounded</code>
 * @param aloft latest in the air, not empty, while <code>departed</code> is not known
 * @param near latest close to the drop-off, until one is after the pickup
 * @param delivered latest landed or unloaded at the drop-off, until one is after the pickup
 * @param bridged earliest after a gap so long that the pickup may have happened in it
 * @param last the last that is known, coarsely: for gaps, and to show where the drone was
 */
record FlightProgress(
        @Nullable Witness airborne,
        @Nullable Witness loaded,
        @Nullable Witness grounded,
        @Nullable Witness departed,
        @Nullable Witness aloft,
        @Nullable Witness near,
        @Nullable Witness delivered,
        @Nullable Witness bridged,
        @Nullable Witness last) {
    static final FlightProgress NONE = new FlightProgress(null, null, null, null, null, null, null, null, null);

    /** The message from which on the drone has the parcel. */
    @Nullable
    Witness pickup() {
        // Who is loaded before the flight has it from the take-off on.
        Witness loadedAndFlown = loaded == null || airborne == null ? null : Witness.latest(loaded, airborne);
        return Witness.earliest(Witness.earliest(loadedAndFlown, departed), inferred());
    }

    /** Who has delivered after the gap must have picked up in it. */
    private @Nullable Witness inferred() {
        return bridged == null || delivered == null || bridged.after(delivered) ? null : bridged;
    }

    /** Whether the take-off itself was the pickup, so that both stages are inferred from it. */
    boolean startedAtPickup() {
        Witness pickup = pickup();
        return pickup != null && airborne != null && pickup.sequence() == airborne.sequence();
    }

    boolean pickupIsInferred() {
        return inferred() != null && inferred().equals(pickup());
    }

    Optional<Witness> headedToPickup() {
        Witness pickup = pickup();
        return Optional.ofNullable(airborne).filter(seen -> pickup == null || !seen.after(pickup));
    }

    Optional<Witness> arrival() {
        return afterPickup(near);
    }

    Optional<Witness> delivery() {
        return pickupIsInferred() ? Optional.ofNullable(delivered) : afterPickup(delivered);
    }

    Optional<Witness> afterPickup(@Nullable Witness witness) {
        Witness pickup = pickup();
        return Optional.ofNullable(witness).filter(seen -> pickup != null && seen.after(pickup));
    }

    FlightProgress arrived(@Nullable Witness nearNow, @Nullable Witness deliveredNow) {
        return new FlightProgress(airborne, loaded, grounded, departed, aloft, nearNow, deliveredNow, bridged, last);
    }

    /** Who has the parcel when it fails has flown to it, whether that was heard or not. */
    FlightProgress loadedAsItFailed(Witness sign) {
        return new FlightProgress(
                Witness.earliest(airborne, sign),
                Witness.earliest(loaded, sign),
                grounded,
                departed,
                aloft,
                near,
                delivered,
                bridged,
                last);
    }

    /** This without what changes with nearly every message. */
    FlightProgress settled() {
        return new FlightProgress(airborne, loaded, grounded, departed, null, null, delivered, bridged, last);
    }
}
