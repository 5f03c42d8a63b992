package io.dronedelivery.supervisor;

import io.dronedelivery.chassis.Problems;
import io.dronedelivery.contracts.Text;
import org.jspecify.annotations.Nullable;

/** What operators write, for those who ask later why they did what they did. */
final class Notes {
    private static final int CHARACTERS_MAX = 2_000;

    private Notes() {}

    /** The note that must be there. */
    static String required(@Nullable String given) {
        String note = given == null ? "" : given.strip();
        Text.fault(note, CHARACTERS_MAX).ifPresent(fault -> {
            throw Problems.invalid("/note", fault + ": why, for those who ask later");
        });
        return note;
    }

    /** The note, if there is one. */
    static @Nullable String optional(@Nullable String given) {
        return given == null || Text.isBlank(given) ? null : required(given);
    }
}
