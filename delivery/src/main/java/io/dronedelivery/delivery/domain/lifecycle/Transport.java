package io.dronedelivery.delivery.domain.lifecycle;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.dronedelivery.contracts.Money;
import io.dronedelivery.contracts.delivery.Assignment;
import io.dronedelivery.contracts.delivery.Cause;
import io.dronedelivery.delivery.domain.evidence.Evidence;
import io.dronedelivery.delivery.domain.evidence.FlightEvidence;
import io.dronedelivery.delivery.domain.evidence.Incident;
import io.dronedelivery.delivery.domain.evidence.Milestone;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a delivery is carried by a drone or a carrier.
 *
 * @param attempt the attempt that arranged it
 * @param assignment who carries it
 * @param evidence what is known of the flight or shipment
 * @param proof the proof of delivery, once given
 * @param parcelElsewhere that the drone of an overtaken attempt has the parcel, or may have it
 */
public record Transport(
        int attempt,
        Assignment assignment,
        Money price,
        Evidence evidence,
        @Nullable ProofOfDelivery proof,
        @JsonProperty("elsewhere") @Nullable Cause parcelElsewhere) {

    public static Transport arranged(Attempt.Open attempt, Assignment assignment, Money price) {
        Evidence known =
                switch (assignment.means()) {
                    case DRONE -> FlightEvidence.NONE;
                    case THIRD_PARTY -> attempt.shipment();
                };
        return new Transport(attempt.number(), assignment, price, known, null, null);
    }

    public Transport with(Evidence known) {
        return new Transport(attempt, assignment, price, known, proof, parcelElsewhere);
    }

    public Transport with(ProofOfDelivery given) {
        return new Transport(attempt, assignment, price, evidence, given, parcelElsewhere);
    }

    public Transport withParcelElsewhere(Cause cause) {
        return new Transport(attempt, assignment, price, evidence, proof, cause);
    }

    /** This without what is not worth a write. */
    public Transport essential() {
        return with(evidence.essential());
    }

    public Optional<Cause> reached(Milestone milestone) {
        return evidence.reached(milestone, carrier());
    }

    public Optional<Cause> happened(Incident incident) {
        return evidence.happened(incident, carrier());
    }

    private String carrier() {
        String reference = assignment.reference();
        return reference == null ? assignment.carrier() : reference;
    }

    public boolean pickedUp() {
        return reached(Milestone.PICKED_UP).isPresent();
    }

    /** Whether the parcel may have left its pickup. */
    public boolean parcelMayBeOut() {
        return pickedUp()
                || parcelElsewhere != null
                || happened(Incident.PARCEL_ASTRAY).isPresent();
    }

    /** Whether its drone may still fly on with the mission. A shipment that was reported as failed has ended. */
    public boolean mayFlyOn() {
        return assignment.means() == Assignment.Means.DRONE
                && happened(Incident.STOPPED).isEmpty();
    }
}
