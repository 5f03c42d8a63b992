package io.dronedelivery.supervisor.domain.watch;

import io.dronedelivery.contracts.Position;
import org.jspecify.annotations.Nullable;

/**
 * What was heard of the parcel in one attempt, in whatever order.
 *
 * @param pickedUpAt where it was picked up, if that was told
 * @param failure why the attempt failed; absent where it didn't, as far as is known
 * @param failedAt where the drone or the parcel was then, if that was told
 */
public record Custody(
        int attempt,
        boolean pickedUp,
        @Nullable Position pickedUpAt,
        @Nullable String failure,
        @Nullable Position failedAt) {

    static Custody none(int attempt) {
        return new Custody(attempt, false, null, null, null);
    }

    Custody pickedUp(@Nullable Position at) {
        return new Custody(attempt, true, at, failure, failedAt);
    }

    Custody failed(String why, @Nullable Position at) {
        return new Custody(attempt, pickedUp, pickedUpAt, why, at);
    }

    /** Whether the parcel lies out there. */
    boolean lost() {
        return pickedUp && failure != null;
    }

    /** Where it was seen last. */
    @Nullable
    Position lastSeen() {
        return failedAt == null ? pickedUpAt : failedAt;
    }
}
