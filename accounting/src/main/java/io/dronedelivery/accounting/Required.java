package io.dronedelivery.accounting;

import io.dronedelivery.chassis.Problems;
import io.dronedelivery.contracts.accounting.Charges.Basis;
import org.jspecify.annotations.Nullable;

/** Says which part of a body is missing, before the domain takes it for granted. */
final class Required {
    private Required() {}

    /**
     * The part, if it is there.
     *
     * @param pointer a JSON Pointer to it
     */
    static <T> T part(@Nullable T part, String pointer) {
        if (part == null) {
            throw Problems.invalid(pointer, "is missing");
        }
        return part;
    }

    static Basis basis(@Nullable Basis basis, String pointer) {
        Basis given = part(basis, pointer.isEmpty() ? "/" : pointer);
        part(given.pickup(), pointer + "/pickup");
        part(given.dropoff(), pointer + "/dropoff");
        part(part(given.parcel(), pointer + "/parcel").size(), pointer + "/parcel/size");
        return given;
    }

    /** The number of an attempt; the first is 1. */
    static int attempt(int attempt) {
        if (attempt < 1) {
            throw Problems.invalid("attempt", "must be at least 1, but is " + attempt);
        }
        return attempt;
    }
}
