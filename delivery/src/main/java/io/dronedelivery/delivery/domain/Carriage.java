package io.dronedelivery.delivery.domain;

import io.dronedelivery.contracts.Money;
import io.dronedelivery.contracts.delivery.Assignment;
import io.dronedelivery.contracts.delivery.Cause;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a delivery is carried out.
 *
 * @param attempt the attempt that arranged it
 * @param assignment who carries it
 * @param evidence what is known of how it goes
 * @param proof the proof of delivery, once given
 * @param elsewhere that the drone of an attempt that this one overtook has the parcel, or may have it
 */
record Carriage(
        int attempt,
        Assignment assignment,
        Money price,
        Evidence evidence,
        @Nullable Proof proof,
        @Nullable Cause elsewhere) {

    static Carriage arranged(Attempt attempt, Assignment assignment, Money price) {
        Evidence known =
                switch (assignment.means()) {
                    case DRONE -> FlightEvidence.NONE;
                    case THIRD_PARTY -> attempt.shipment();
                };
        return new Carriage(attempt.number(), assignment, price, known, null, null);
    }

    Carriage with(Evidence grown) {
        return new Carriage(attempt, assignment, price, grown, proof, elsewhere);
    }

    Carriage with(Proof given) {
        return new Carriage(attempt, assignment, price, evidence, given, elsewhere);
    }

    Carriage elsewhere(Cause with) {
        return new Carriage(attempt, assignment, price, evidence, proof, with);
    }

    /** This without what is not worth a write. */
    Carriage settled() {
        return with(evidence.settled());
    }

    Optional<Cause> cause(Fact fact) {
        String reference = assignment.reference();
        return evidence.cause(fact, reference == null ? assignment.carrier() : reference);
    }

    boolean pickedUp() {
        return cause(Fact.PICKED_UP).isPresent();
    }

    /** Whether the parcel may have left its pickup. */
    boolean mayBeOut() {
        return pickedUp() || elsewhere != null || cause(Fact.ASTRAY).isPresent();
    }

    /** Whether it may still fly on with the mission. What a third party reports as failed has ended there. */
    boolean mayFlyOn() {
        return assignment.means() == Assignment.Means.DRONE
                && cause(Fact.STOPPED).isEmpty();
    }
}
