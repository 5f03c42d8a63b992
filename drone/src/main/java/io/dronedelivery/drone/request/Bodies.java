package io.dronedelivery.drone.request;

import io.dronedelivery.chassis.failure.ProblemException;
import io.dronedelivery.chassis.failure.Problems;
import io.dronedelivery.contracts.Problem.FieldError;
import java.util.List;
import java.util.function.Function;

/** What callers send. */
public final class Bodies {
    private Bodies() {}

    /** The body, if nothing is wrong with it. Throws the problem otherwise. */
    public static <T> T checked(T body, Function<T, List<FieldError>> check) {
        List<FieldError> errors = check.apply(body);
        if (!errors.isEmpty()) {
            throw new ProblemException(Problems.invalid(errors));
        }
        return body;
    }
}
