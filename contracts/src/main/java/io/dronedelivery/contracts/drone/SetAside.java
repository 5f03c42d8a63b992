package io.dronedelivery.contracts.drone;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A report of a drone, or of somebody in its name, that was rejected.
 *
 * @param detail which value, and what would have been accepted
 * @param receivedAt when it came in, by our clock
 * @param sample what was reported; absent where it did not even become a sample
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SetAside(
        Reason reason,
        String detail,
        Instant receivedAt,
        @Nullable DroneTelemetry sample) {

    /** Why it was rejected. */
    public enum Reason {
        /** The sample can't be read, or a value is outside what its field allows. */
        MALFORMED,
        /** It can't have got there from its last place. */
        PLACE,
        /** It can't have climbed or sunk that far. */
        HEIGHT,
        /** No drone of its kind is that fast, or it claims to stand while it moves. */
        SPEED,
        /** Its clock is too far ahead of ours: the time of receipt took its place, the rest was accepted. */
        TIME_AHEAD,
        /** The number does not follow those before. */
        SEQUENCE,
        /** A battery is not charged that fast: the charge known before was kept, the rest was accepted. */
        BATTERY,
        /** Another source speaks for the same drone and contradicts the accepted one. */
        CONTRADICTING_SOURCE,
        /** It was sent from an address outside the networks that are registered for the drone. */
        FOREIGN_ADDRESS,
        /** The drone has a key, and the message is not signed with it, or was signed too long ago. */
        BAD_SIGNATURE,
        /** A place that was told without a satellite fix. */
        NO_FIX,
        /** A critical state that did not last. */
        CRITICAL_STATE
    }

    /**
     * The answer to <code>GET /drones/{droneId}/set-aside</code>.
     *
     * @param counts how often each reason was met since the drone was registered first
     * @param latest the last few, the latest first
     */
    public record Summary(Map<Reason, Long> counts, List<SetAside> latest) {}
}
