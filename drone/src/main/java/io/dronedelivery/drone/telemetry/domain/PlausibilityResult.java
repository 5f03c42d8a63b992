package io.dronedelivery.drone.telemetry.domain;

import io.dronedelivery.contracts.drone.DroneTelemetry;
import io.dronedelivery.contracts.drone.SetAside.Reason;
import java.util.List;

/** What {@link Plausibility} makes of a sample. */
sealed interface PlausibilityResult {

    /** Why a sample is rejected, or one value of it. */
    record Rejection(Reason reason, String detail) {}

    /**
     * It is plausible.
     *
     * @param sample as it is published: numbered in the drone's stream, and without the rejected values
     * @param rejections why single values of it are rejected
     * @param late whether it was taken before the last report, and so does not replace that
     */
    record Accepted(DroneTelemetry sample, List<Rejection> rejections, boolean late) implements PlausibilityResult {
        public Accepted {
            rejections = List.copyOf(rejections);
        }
    }

    /**
     * It is not plausible.
     *
     * @param late whether it was taken before the last report, and so tells nothing of the present
     */
    record Rejected(Rejection because, boolean late) implements PlausibilityResult {}
}
