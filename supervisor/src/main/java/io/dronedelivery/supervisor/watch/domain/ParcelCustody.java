package io.dronedelivery.supervisor.watch.domain;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.dronedelivery.contracts.Position;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the parcel in one attempt. The events may be read in any order.
 *
 * @param pickedUpPlace where it was picked up, if the event says so
 * @param failure why the attempt failed; absent if it is not known to have failed
 * @param failurePlace where the drone or the parcel was then, if the event says so
 * @param decision what a person decided at the compensation; absent if nobody is known to have
 */
public record ParcelCustody(
        int attempt,
        boolean pickedUp,
        @JsonProperty("pickedUpAt") @Nullable Position pickedUpPlace,
        @Nullable String failure,
        @JsonProperty("failedAt") @Nullable Position failurePlace,
        @Nullable String decision) {

    static ParcelCustody none(int attempt) {
        return new ParcelCustody(attempt, false, null, null, null, null);
    }

    ParcelCustody pickedUp(@Nullable Position at) {
        return new ParcelCustody(attempt, true, at, failure, failurePlace, decision);
    }

    ParcelCustody failed(String why, @Nullable Position at) {
        return new ParcelCustody(attempt, pickedUp, pickedUpPlace, why, at, decision);
    }

    ParcelCustody decided(String what) {
        return new ParcelCustody(attempt, pickedUp, pickedUpPlace, failure, failurePlace, what);
    }

    /** Whether somebody has to fetch the parcel: it was picked up, then the attempt failed. */
    boolean hasToBeFetched() {
        return pickedUp && failure != null;
    }

    @Nullable
    Position lastSeen() {
        return failurePlace == null ? pickedUpPlace : failurePlace;
    }
}
