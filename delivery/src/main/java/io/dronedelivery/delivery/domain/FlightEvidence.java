package io.dronedelivery.delivery.domain;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.dronedelivery.contracts.delivery.Cause;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a drone's stream bears out. Every part is an earliest or a latest message of some kind, so that joining is
 * idempotent and commutative; {@link FlightObserver} makes it grow.
 *
 * @param airborne earliest in the air
 * @param loaded earliest loaded at the pickup
 * @param grounded earliest on the ground at the pickup
 * @param departed earliest known in the air, not empty, after <code>grounded</code>
 * @param aloft latest in the air, not empty, while <code>departed</code> is not known
 * @param near latest close to the drop-off, until one is after the pickup
 * @param delivered latest landed or unloaded at the drop-off, until one is after the pickup
 * @param bridged earliest after a gap so long that the pickup may have happened in it
 * @param interrupted earliest sign that the flight failed
 * @param aborted earliest in which the drone itself said that it has given its mission up
 * @param stopped earliest certainty that the drone will not go on
 * @param astray earliest word that it stopped with the parcel, or is lost and may have it
 * @param last the last that is known, coarsely: for gaps, and to show where the drone was
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record FlightEvidence(
        @Nullable Witness airborne,
        @Nullable Witness loaded,
        @Nullable Witness grounded,
        @Nullable Witness departed,
        @Nullable Witness aloft,
        @Nullable Witness near,
        @Nullable Witness delivered,
        @Nullable Witness bridged,
        @Nullable Witness interrupted,
        @Nullable Witness aborted,
        @Nullable Witness stopped,
        @Nullable Witness astray,
        @Nullable Witness last)
        implements Evidence {
    static final FlightEvidence NONE =
            new FlightEvidence(null, null, null, null, null, null, null, null, null, null, null, null, null);

    @Override
    public Optional<Cause> seen(Fact fact, String carrier) {
        return switch (fact) {
            case HEADED_TO_PICKUP -> headedToPickup().map(seen -> seen.cause(carrier, startedAtPickup()));
            case PICKED_UP, HEADED_TO_DROPOFF ->
                Optional.ofNullable(pickup())
                        .map(seen -> startedAtPickup() ? seen.bearingOut("took off from the pickup") : seen)
                        .map(seen -> seen.cause(carrier, startedAtPickup() || pickupIsInferred()));
            case ARRIVING -> afterPickup(near).map(seen -> seen.cause(carrier, false));
            case DELIVERED -> delivery().map(seen -> seen.cause(carrier, false));
            case INTERRUPTED -> Optional.ofNullable(interrupted).map(seen -> seen.cause(carrier, false));
            case ABORTED -> Optional.ofNullable(aborted).map(seen -> seen.cause(carrier, false));
            case STOPPED -> Optional.ofNullable(stopped).map(seen -> seen.cause(carrier, false));
            case ASTRAY -> Optional.ofNullable(astray).map(seen -> seen.cause(carrier, false));
        };
    }

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
    private boolean startedAtPickup() {
        Witness pickup = pickup();
        return pickup != null && airborne != null && pickup.sequence() == airborne.sequence();
    }

    private boolean pickupIsInferred() {
        return inferred() != null && inferred().equals(pickup());
    }

    private Optional<Witness> headedToPickup() {
        Witness pickup = pickup();
        return Optional.ofNullable(airborne).filter(seen -> pickup == null || !seen.after(pickup));
    }

    private Optional<Witness> delivery() {
        return pickupIsInferred() ? Optional.ofNullable(delivered) : afterPickup(delivered);
    }

    Optional<Witness> afterPickup(@Nullable Witness witness) {
        Witness pickup = pickup();
        return Optional.ofNullable(witness).filter(seen -> pickup != null && seen.after(pickup));
    }

    FlightEvidence arrived(@Nullable Witness nearNow, @Nullable Witness deliveredNow) {
        return copy(aloft, nearNow, deliveredNow, interrupted, aborted, stopped, astray);
    }

    /** Who has the parcel then has flown to it, whether that was heard or not. */
    FlightEvidence loadedAsItFailed(Witness sign) {
        return new FlightEvidence(
                Witness.earliest(airborne, sign),
                Witness.earliest(loaded, sign),
                grounded,
                departed,
                aloft,
                near,
                delivered,
                bridged,
                interrupted,
                aborted,
                stopped,
                astray,
                last);
    }

    FlightEvidence interrupted(Witness sign) {
        return copy(aloft, near, delivered, Witness.earliest(interrupted, sign), aborted, stopped, astray);
    }

    FlightEvidence aborted(Witness sign) {
        return copy(aloft, near, delivered, interrupted, Witness.earliest(aborted, sign), stopped, astray);
    }

    FlightEvidence stopped(Witness sign) {
        return copy(aloft, near, delivered, interrupted, aborted, Witness.earliest(stopped, sign), astray);
    }

    FlightEvidence astray(Witness sign) {
        return copy(aloft, near, delivered, interrupted, aborted, stopped, Witness.earliest(astray, sign));
    }

    @Override
    public FlightEvidence settled() {
        return copy(null, null, delivered, interrupted, aborted, stopped, astray);
    }

    private FlightEvidence copy(
            @Nullable Witness aloftNow,
            @Nullable Witness nearNow,
            @Nullable Witness deliveredNow,
            @Nullable Witness interruptedNow,
            @Nullable Witness abortedNow,
            @Nullable Witness stoppedNow,
            @Nullable Witness astrayNow) {
        return new FlightEvidence(
                airborne,
                loaded,
                grounded,
                departed,
                aloftNow,
                nearNow,
                deliveredNow,
                bridged,
                interruptedNow,
                abortedNow,
                stoppedNow,
                astrayNow,
                last);
    }
}
