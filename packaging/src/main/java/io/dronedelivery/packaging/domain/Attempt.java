package io.dronedelivery.packaging.domain;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.dronedelivery.contracts.Refusal;
import io.dronedelivery.contracts.packaging.Packages.Registration;
import io.dronedelivery.contracts.packaging.Packages.State;
import java.time.Instant;

/** What became of the package in one attempt at its delivery. Every registration kept here has its tag. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "stage")
@JsonSubTypes({
    @JsonSubTypes.Type(Attempt.Registered.class),
    @JsonSubTypes.Type(Attempt.InHand.class),
    @JsonSubTypes.Type(Attempt.Replaced.class),
    @JsonSubTypes.Type(Attempt.Ended.class),
    @JsonSubTypes.Type(Attempt.Refused.class),
    @JsonSubTypes.Type(Attempt.Undone.class)
})
public sealed interface Attempt {

    /** The package is, or may come to be, carried under this attempt. */
    sealed interface Open extends Attempt {
        Registration registration();

        /** How it ended under this attempt. */
        default Ended end(State state, Instant at) {
            return new Ended(state, registration(), at);
        }
    }

    /** Known and awaited at the pickup. */
    record Registered(Registration registration, Instant at) implements Open {
        InHand pickUp(Instant at) {
            return new InHand(registration, at);
        }

        Replaced replace(Instant at) {
            return new Replaced(registration, at);
        }
    }

    /** With the drone or the carrier. */
    record InHand(Registration registration, Instant at) implements Open {}

    /** A later attempt took the registration over. Should the later one come too late, this one still picks up. */
    record Replaced(Registration registration, Instant at) implements Open {
        InHand pickUp(Instant at) {
            return new InHand(registration, at);
        }
    }

    /** Delivered, returned or released. */
    record Ended(State state, Registration registration, Instant at) implements Attempt {
        Ended giveBack(Instant at) {
            return new Ended(State.RETURNED, registration, at);
        }
    }

    /** Not registered, for this reason. */
    record Refused(Refusal code, String detail) implements Attempt {}

    /** Undone before, or without, a registration: the mark that fences a late caller. */
    record Undone(Instant at) implements Attempt {}
}
