package io.dronedelivery.delivery.domain;

import io.dronedelivery.contracts.Outcome;
import io.dronedelivery.contracts.delivery.Attempts.Closed;

/** What is answered to a closure. */
public sealed interface Closing {

    /** It is decided; what is granted is for good, and repeated. */
    record Decided(Outcome<Closed> outcome) implements Closing {}

    /** The delivery is not known yet: ask again. */
    record NotKnownYet() implements Closing {}

    /** Its drone may still fly on, so that no other must be sent: ask again. */
    record NotStoppedYet() implements Closing {}
}
