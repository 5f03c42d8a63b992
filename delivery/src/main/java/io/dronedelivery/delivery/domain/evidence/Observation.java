package io.dronedelivery.delivery.domain.evidence;

import io.dronedelivery.contracts.Position;
import io.dronedelivery.contracts.delivery.Cause;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message of the drone's stream that shows something of its flight.
 *
 * @param sequence its number in the stream, which alone orders observations
 * @param time by the drone's clock
 * @param position where the drone was; absent before a fix
 * @param rule what it shows, in words
 */
public record Observation(
        long sequence, Instant time, @Nullable Position position, String rule) {

    static @Nullable Observation earliest(@Nullable Observation one, @Nullable Observation other) {
        if (one == null) {
            return other;
        }
        return other != null && other.sequence < one.sequence ? other : one;
    }

    static @Nullable Observation latest(@Nullable Observation one, @Nullable Observation other) {
        if (one == null) {
            return other;
        }
        return other != null && other.sequence > one.sequence ? other : one;
    }

    boolean after(Observation other) {
        return sequence > other.sequence;
    }

    Observation showing(String something) {
        return new Observation(sequence, time, position, something);
    }

    public Cause cause(String droneId, boolean inferred) {
        return new Cause(Cause.Source.TELEMETRY, droneId, rule, inferred, sequence, time, position);
    }
}
