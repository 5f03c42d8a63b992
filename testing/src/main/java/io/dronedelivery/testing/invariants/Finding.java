package io.dronedelivery.testing.invariants;

import java.util.List;

/**
 * The result of checking an invariant.
 *
 * @param examined how many things were examined; a check of nothing proves nothing
 * @param violations each thing that is wrong, in words
 */
public record Finding(Invariant invariant, int examined, List<String> violations) {

    /** Whether something was examined, and nothing was wrong. */
    public boolean holds() {
        return examined > 0 && violations.isEmpty();
    }
}
