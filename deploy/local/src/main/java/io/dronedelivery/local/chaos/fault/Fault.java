package io.dronedelivery.local.chaos.fault;

import java.time.Duration;

/**
 * Something that is to happen.
 *
 * @param at when, from the start of the run
 * @param target the name of a process, or of whom connections lead to
 * @param duration for how long; none where it is over at once
 */
public record Fault(Duration at, FaultKind kind, String target, Duration duration) {

    /** When it is over. */
    Duration end() {
        return at.plus(duration);
    }

    /** Whether both happen to the same process, or to the same connections. */
    boolean sameVictim(Fault other) {
        return kind.onConnections() == other.kind.onConnections() && target.equals(other.target);
    }
}
