package io.dronedelivery.delivery.domain;

import java.util.Optional;

/**
 * What comes of something asked for.
 *
 * @param change what is to be stored and told, if anything
 * @param answer what the asker is told once that is stored
 */
public record Decision<R>(Optional<Change> change, R answer) {

    static <R> Decision<R> of(Change change, R answer) {
        return new Decision<>(Optional.of(change), answer);
    }

    static <R> Decision<R> unchanged(R answer) {
        return new Decision<>(Optional.empty(), answer);
    }
}
