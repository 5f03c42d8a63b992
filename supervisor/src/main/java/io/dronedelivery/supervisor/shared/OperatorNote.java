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

    /** The note of a body, if there is one in it. */
    public static @Nullable String of(@Nullable OperatorNote body) {
        return body == null || body.note() == null || Text.isBlank(body.note()) ? null : required(body.note());
    }
}
