package io.dronedelivery.ingestion.domain.form;

import io.dronedelivery.contracts.Problem.FieldError;
import io.dronedelivery.contracts.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What is wrong with a request, noted field by field, so that everything is told at once. */
final class Faults {
    private static final int NOTED_MAX = 50; // so that an answer stays small
    private static final int QUOTED_MAX = 60;

    private final List<FieldError> errors = new ArrayList<>();
    private boolean otherThanPassed;

    void note(String pointer, String message) {
        otherThanPassed = true;
        add(pointer, message);
    }

    /** A time that was allowed earlier. */
    void notePassed(String pointer, String message) {
        add(pointer, message);
    }

    private void add(String pointer, String message) {
        if (errors.size() < NOTED_MAX) {
            errors.add(new FieldError(pointer, message));
        }
    }

    boolean any() {
        return !errors.isEmpty();
    }

    /** Whether anything is wrong but times that have passed. */
    boolean otherThanPassed() {
        return otherThanPassed;
    }

    List<FieldError> all() {
        return List.copyOf(errors);
    }

    /** A value as a message cites it. */
    static String quote(Object given) {
        return switch (given) {
            case String text -> '"' + printable(text) + '"';
            case Map<?, ?> _ -> "an object";
            case List<?> _ -> "a list";
            default -> printable(given.toString());
        };
    }

    /** A client's text, cut where it is long, without what could not be written in the answer. */
    static String printable(String text) {
        return Text.printable(text, QUOTED_MAX);
    }
}
