package io.dronedelivery.drone.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was heard of a drone since its mission is known to be withdrawn.
 *
 * @param from the first of it that tells what is, by the drone's own clock; absent where only the past was heard
 * @param loaded whether it was heard that it had the parcel
 */
record Hearing(@Nullable Instant from, boolean loaded) {
    static final Hearing NOTHING = new Hearing(null, false);

    /** Where its clock was put back, it is heard from then on. */
    Hearing at(Instant time) {
        return new Hearing(from == null || time.isBefore(from) ? time : from, loaded);
    }

    /** Who lags behind what it has seen is not heard of now. */
    Hearing behind() {
        return new Hearing(null, loaded);
    }

    Hearing withParcel() {
        return new Hearing(from, true);
    }
}
