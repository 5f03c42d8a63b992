package io.dronedelivery.contracts.delivery;

import io.dronedelivery.contracts.Position;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What made an event happen.
 *
 * @param source what kind of thing it was
 * @param reference the requestId, droneId, carrier reference or operator
 * @param rule the rule that applied, in words
 * @param inferred whether the stage was not seen but follows from what was seen
 * @param sequence the telemetry's number in its drone's stream
 * @param time the time by the clock of the source; never to be compared with another source's
 * @param position where the drone or parcel was
 */
public record Cause(
        Source source,
        String reference,
        String rule,
        boolean inferred,
        @Nullable Long sequence,
        @Nullable Instant time,
        @Nullable Position position) {

    /** The kinds of causes. */
    public enum Source {
        REQUEST,
        SCHEDULER,
        SUPERVISOR,
        TELEMETRY,
        CARRIER,
        CONFIRMATION
    }

    /** A cause that is neither telemetry nor a carrier's report. */
    public static Cause of(Source source, String reference, String rule) {
        return new Cause(source, reference, rule, false, null, null, null);
    }
}
