package io.dronedelivery.ingestion.domain;

import io.dronedelivery.contracts.Problem.FieldError;
import java.util.List;

/**
 * What came of reading a request body.
 *
 * @param <T> what it was to be
 */
sealed interface Reading<T> {

    /** Everything in it is allowed. */
    record Valid<T>(T value) implements Reading<T> {}

    /** All that is wrong with it. */
    record Invalid<T>(List<FieldError> errors) implements Reading<T> {}
}
