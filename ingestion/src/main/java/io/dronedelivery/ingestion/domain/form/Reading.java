package io.dronedelivery.ingestion.domain.form;

import io.dronedelivery.contracts.Problem.FieldError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result of reading a request body.
 *
 * @param <T> what is read
 */
public sealed interface Reading<T> {

    /** Everything in it is allowed. */
    record Valid<T>(T value) implements Reading<T> {}

    /** Nothing is wrong with it but times that have passed: it may have been allowed earlier. */
    record Late<T>(T value, List<FieldError> errors) implements Reading<T> {}

    /** All that is wrong with it. */
    record Invalid<T>(List<FieldError> errors) implements Reading<T> {}

    /** What was read, where it could be, and what was wrong with it. */
    static <T> Reading<T> of(@Nullable T value, Faults faults) {
        if (value == null || faults.otherThanPassed()) {
            return new Invalid<>(faults.all());
        }
        return faults.any() ? new Late<>(value, faults.all()) : new Valid<>(value);
    }
}
