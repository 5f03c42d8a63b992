package io.dronedelivery.supervisor.shared;

import io.dronedelivery.chassis.failure.Problems;
import java.util.Arrays;
import java.util.Optional;

/** The query parameters of the operators' lists. */
public final class ListQuery {
    /** The most that one page holds. */
    public static final int LIMIT_MAX = 200;

    private ListQuery() {}

    /** How many items are asked for. */
    public static int limit(int given, int max) {
        if (given < 1 || given > max) {
            throw Problems.invalid("limit", "must be 1 to " + max + ", but is " + given);
        }
        return given;
    }

    /** Where the page before ended. */
    public static long cursor(Optional<String> given, long otherwise) {
        try {
            return given.map(Long::valueOf).orElse(otherwise);
        } catch (NumberFormatException foreign) {
            throw Problems.invalid("cursor", "must be the \"next\" of a page, but is " + given.orElse(""));
        }
    }

    /** The value of that name, if a name is given. */
    public static <E extends Enum<E>> Optional<E> oneOf(String parameter, Optional<String> given, E[] all) {
        return given.map(name -> Arrays.stream(all)
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        Problems.invalid(parameter, "must be one of " + Arrays.toString(all) + ", but is " + name)));
    }
}
