package io.dronedelivery.delivery.domain.evidence;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.dronedelivery.contracts.delivery.Cause;
import java.util.Optional;

/**
 * What is known of a flight or shipment. It only grows, and does not depend on the order of the messages: a message that
 * comes twice or late gives the same evidence as one that comes once and in time.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "by")
@JsonSubTypes({@JsonSubTypes.Type(FlightEvidence.class), @JsonSubTypes.Type(ShipmentEvidence.class)})
public sealed interface Evidence permits FlightEvidence, ShipmentEvidence {

    /** What shows that the milestone itself was reached. */
    Optional<Cause> seen(Milestone milestone, String carrier);

    /** What shows that the incident happened. */
    Optional<Cause> happened(Incident incident, String carrier);

    /** What shows that the milestone was reached, directly or because a later one was. */
    default Optional<Cause> reached(Milestone milestone, String carrier) {
        return seen(milestone, carrier).or(() -> milestone
                .next()
                .flatMap(later -> reached(later, carrier))
                .map(Evidence::inferred));
    }

    /** This without what changes with nearly every message and is not worth a write. */
    default Evidence essential() {
        return this;
    }

    private static Cause inferred(Cause cause) {
        return new Cause(
                cause.source(),
                cause.reference(),
                cause.rule(),
                true,
                cause.sequence(),
                cause.time(),
                cause.position());
    }
}
