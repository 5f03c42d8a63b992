package io.dronedelivery.delivery.domain;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.dronedelivery.contracts.delivery.Cause;
import java.util.Optional;

/**
 * What is known of an attempt. It only grows, and does not depend on the order in which it came: what is seen twice or
 * late gives the same evidence as what is seen once and in time.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "by")
@JsonSubTypes({@JsonSubTypes.Type(FlightEvidence.class), @JsonSubTypes.Type(ShipmentEvidence.class)})
sealed interface Evidence permits FlightEvidence, ShipmentEvidence {

    /** What bears the fact out by itself. */
    Optional<Cause> seen(Fact fact, String carrier);

    /** What bears the fact out, by itself or because a later one implies it. */
    default Optional<Cause> cause(Fact fact, String carrier) {
        Optional<Cause> seen = seen(fact, carrier);
        if (seen.isPresent() || fact.ordinal() >= Fact.DELIVERED.ordinal()) {
            return seen;
        }
        return cause(Fact.values()[fact.ordinal() + 1], carrier).map(Evidence::inferred);
    }

    /** This without what changes with nearly every message, and is not worth a write. */
    default Evidence settled() {
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
