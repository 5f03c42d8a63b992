package io.dronedelivery.local.chaos.fault;

import java.time.Duration;

/**
 * A fault that is planned.
 *
 * @param at when it begins, from the start of the run
 * @param target the process, or the server whose connections are disturbed
 * @param duration how long it lasts; zero for a kill
 */
public record Fault(Duration at, FaultKind kind, String target, Duration duration) {

    /** When it ends, from the start of the run. */
    Duration end() {
        return at.plus(duration);
    }

    /** Whether both have the same process or the same connections as their target. */
    boolean sameTarget(Fault other) {
        return kind.onConnections() == other.kind.onConnections() && target.equals(other.target);
    }
}
