package io.dronedelivery.contracts;

import java.util.function.Function;

/**
 * What came of asking for something that may be refused.
 *
 * @param <T> what is granted
 */
public sealed interface Outcome<T> {

    /** It was done, and this is the answer. */
    record Granted<T>(T value) implements Outcome<T> {}

    /**
     * It was not done, and never will be.
     *
     * @param code why, for programs
     * @param detail why, for people: what is wrong and what to do
     */
    record Refused<T>(Refusal code, String detail) implements Outcome<T> {

        /** The same refusal of something else. */
        public <R> Outcome<R> as() {
            return new Refused<>(code, detail);
        }
    }

    /** What was granted, changed; a refusal stays what it is. */
    default <R> Outcome<R> map(Function<? super T, ? extends R> change) {
        return switch (this) {
            case Granted<T>(T value) -> new Granted<>(change.apply(value));
            case Refused<T> refused -> refused.as();
        };
    }
}
