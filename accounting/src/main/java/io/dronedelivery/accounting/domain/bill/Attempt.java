package io.dronedelivery.accounting.domain.bill;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.dronedelivery.contracts.Money;
import io.dronedelivery.contracts.Refusal;
import java.time.Instant;

/** What became of the money for one attempt at a delivery. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "state")
@JsonSubTypes({
    @JsonSubTypes.Type(Attempt.Held.class),
    @JsonSubTypes.Type(Attempt.Captured.class),
    @JsonSubTypes.Type(Attempt.Replaced.class),
    @JsonSubTypes.Type(Attempt.Voided.class),
    @JsonSubTypes.Type(Attempt.Refused.class),
    @JsonSubTypes.Type(Attempt.Undone.class)
})
public sealed interface Attempt {

    /** The price is set aside. */
    record Held(Money price, Instant at) implements Attempt {
        Captured capture(Instant at) {
            return new Captured(price, at);
        }

        Replaced replace(Instant at) {
            return new Replaced(price, at);
        }

        Voided release(Instant at) {
            return new Voided(price, at);
        }
    }

    /** The delivery was completed under this attempt and is paid. */
    record Captured(Money price, Instant at) implements Attempt {}

    /** A later attempt took the hold over. If the parcel is picked up all the same, this attempt can still be completed. */
    record Replaced(Money price, Instant at) implements Attempt {
        Captured capture(Instant at) {
            return new Captured(price, at);
        }

        Voided release() {
            return new Voided(price, at);
        }
    }

    /** The hold was given back for good. */
    record Voided(Money price, Instant at) implements Attempt {}

    /** Nothing was held, for this reason. */
    record Refused(Refusal code, String detail) implements Attempt {}

    /** Undone without a hold: a hold that is asked for later is refused. */
    record Undone(Instant at) implements Attempt {}
}
