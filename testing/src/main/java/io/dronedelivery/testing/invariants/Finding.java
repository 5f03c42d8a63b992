package io.dronedelivery.testing.invariants;

import java.util.List;

/**
 * What came of checking an invariant.
 *
 * @param examined how many things it looked at; an invariant that looked at nothing has proved nothing
 * @param violations each thing that is wrong, in words
 */
public record Finding(Invariant invariant, int examined, List<String> violations) {

    /** Whether it looked at something, and nothing was wrong. */
    public boolean holds() {
        return examined > 0 && violations.isEmpty();
    }
}
