package io.dronedelivery.supervisor.watch.domain;

import io.dronedelivery.contracts.Position;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the parcel in one attempt. The events may be read in any order.
 *
 * @param pickedUpAt where it was picked up, if the event says so
 * @param failure why the attempt failed; absent if it is not known to have failed
 * @param failedAt where the drone or the parcel was then, if the event says so
 * @param decision what a person decided at the compensation; absent if nobody is known to have
 */
public record ParcelCustody(
        int attempt,
        boolean pickedUp,
        @Nullable Position pickedUpAt,
        @Nullable String failure,
        @Nullable Position failedAt,
        @Nullable String decision) {

    static ParcelCustody none(int attempt) {
        return new ParcelCustody(attempt, false, null, null, null, null);
    }

    ParcelCustody pickedUp(@Nullable Position at) {
        return new ParcelCustody(attempt, true, at, failure, failedAt, decision);
    }

    ParcelCustody failed(String why, @Nullable Position at) {
        return new ParcelCustody(attempt, pickedUp, pickedUpAt, why, at, decision);
    }

    ParcelCustody decided(String what) {
        return new ParcelCustody(attempt, pickedUp, pickedUpAt, failure, failedAt, what);
    }

    /** Whether somebody has to fetch the parcel: it was picked up, then the attempt failed. */
    boolean lost() {
        return pickedUp && failure != null;
    }

    @Nullable
    Position lastSeen() {
        return failedAt == null ? pickedUpAt : failedAt;
    }
}
