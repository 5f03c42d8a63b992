package io.dronedelivery.delivery.domain;

import org.jspecify.annotations.Nullable;

/**
 * The signs that a flight fails or has ended. Every part is an earliest message, so that joining is idempotent and
 * commutative.
 *
 * @param interrupted the flight failed
 * @param aborted the drone itself said that it has given its mission up
 * @param stopped it is certain that the drone will not go on
 * @param astray it stopped with the parcel, or is lost and may have it
 */
record FlightFailure(
        @Nullable Witness interrupted,
        @Nullable Witness aborted,
        @Nullable Witness stopped,
        @Nullable Witness astray) {
    static final FlightFailure NONE = new FlightFailure(null, null, null, null);

    static FlightFailure interrupted(Witness sign) {
        return new FlightFailure(sign, null, null, null);
    }

    static FlightFailure aborted(Witness sign) {
        return new FlightFailure(null, sign, null, null);
    }

    static FlightFailure stopped(Witness sign, boolean parcelMayBeOut) {
        return new FlightFailure(null, null, sign, parcelMayBeOut ? sign : null);
    }

    FlightFailure join(FlightFailure other) {
        return new FlightFailure(
                Witness.earliest(interrupted, other.interrupted),
                Witness.earliest(aborted, other.aborted),
                Witness.earliest(stopped, other.stopped),
                Witness.earliest(astray, other.astray));
    }
}
