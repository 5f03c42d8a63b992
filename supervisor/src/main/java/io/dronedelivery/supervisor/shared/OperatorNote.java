package io.dronedelivery.supervisor.shared;

import io.dronedelivery.chassis.failure.Problems;
import io.dronedelivery.contracts.Text;
import org.jspecify.annotations.Nullable;

/**
 * The body of an act: why an operator does it.
 *
 * @param note for those who ask later
 */
public record OperatorNote(@Nullable String note) {
    private static final int CHARACTERS_MAX = 2_000;

    /** The note that must be there. */
    public static String required(@Nullable String given) {
        String note = given == null ? "" : given.strip();
        Text.fault(note, CHARACTERS_MAX).ifPresent(fault -> {
            throw Problems.invalid("/note", fault + ": why, for those who ask later");
        });
        return note;
    }

    /** The note, if there is one. */
    public static @Nullable String optional(@Nullable String given) {
        return given == null || Text.isBlank(given) ? null : required(given);
    }

    /** The note of a body that may be absent. */
    public static @Nullable String of(@Nullable OperatorNote body) {
        return body == null ? null : optional(body.note());
    }
}
