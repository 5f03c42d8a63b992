package io.dronedelivery.delivery.domain.attempt;

import io.dronedelivery.contracts.Outcome;
import io.dronedelivery.contracts.delivery.Attempts.Closed;

/** The answer to a closure. */
public sealed interface ClosureAnswer {

    /** It is decided; what is granted is for good, and whoever asks again gets the same answer. */
    record Decided(Outcome<Closed> outcome) implements ClosureAnswer {}

    /** The delivery is not known yet: ask again. */
    record NotKnownYet() implements ClosureAnswer {}

    /** Its drone may still fly on, so that no other must be sent: ask again. */
    record NotStoppedYet() implements ClosureAnswer {}
}
