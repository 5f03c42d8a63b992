package io.dronedelivery.delivery.domain.decision;

import java.util.Optional;

/**
 * What is decided about something that was asked for.
 *
 * @param update what is to be stored and published, if anything
 * @param answer what the asker is told once that is stored
 */
public record Decision<R>(Optional<Update> update, R answer) {

    public static <R> Decision<R> of(Update update, R answer) {
        return new Decision<>(Optional.of(update), answer);
    }

    public static <R> Decision<R> unchanged(R answer) {
        return new Decision<>(Optional.empty(), answer);
    }
}
