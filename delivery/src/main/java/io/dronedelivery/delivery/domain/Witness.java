package io.dronedelivery.delivery.domain;

import io.dronedelivery.contracts.Position;
import io.dronedelivery.contracts.delivery.Cause;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message of the drone's stream that bears something out.
 *
 * @param sequence its number in the stream, the only thing that orders witnesses
 * @param time by the drone's clock
 * @param position where the drone was; absent before a fix
 * @param rule what it bears out, in words
 */
record Witness(long sequence, Instant time, @Nullable Position position, String rule) {

    static @Nullable Witness earliest(@Nullable Witness one, @Nullable Witness other) {
        if (one == null) {
            return other;
        }
        return other != null && other.sequence < one.sequence ? other : one;
    }

    static @Nullable Witness latest(@Nullable Witness one, @Nullable Witness other) {
        if (one == null) {
            return other;
        }
        return other != null && other.sequence > one.sequence ? other : one;
    }

    boolean after(Witness other) {
        return sequence > other.sequence;
    }

    Witness bearingOut(String something) {
        return new Witness(sequence, time, position, something);
    }

    Cause cause(String droneId, boolean inferred) {
        return new Cause(Cause.Source.TELEMETRY, droneId, rule, inferred, sequence, time, position);
    }
}
