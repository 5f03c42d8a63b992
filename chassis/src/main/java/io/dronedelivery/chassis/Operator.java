package io.dronedelivery.chassis;

import org.jspecify.annotations.Nullable;

/** Who acts: what operators do is recorded with their name. */
public final class Operator {
    /** The header that bears the name. */
    public static final String HEADER = "Operator-Id";

    private static final int NAME_MAX = 100;

    private Operator() {}

    /** The name in the header. Throws a {@link ProblemException} where there is none. */
    public static String named(@Nullable String header) {
        if (header == null || header.isBlank() || header.length() > NAME_MAX) {
            throw Problems.invalid(
                    HEADER,
                    "is required: your name, at most " + NAME_MAX + " characters, to be recorded with what you do");
        }
        return header.strip();
    }
}
