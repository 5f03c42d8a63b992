package io.dronedelivery.supervisor.deadletter.domain.operations;

import io.dronedelivery.supervisor.deadletter.domain.DeadLetterState.Status;
import io.dronedelivery.supervisor.deadletter.domain.Payload;
import java.io.IOException;

/** The result of an operator's act. */
public sealed interface ActResult extends ActEffect {

    /** It is done, now or before. */
    record Done() implements ActResult {}

    record Unknown() implements ActResult {}

    /** The letter is settled otherwise. */
    record Settled(Status status) implements ActResult {}

    /** The payload is no message of its topic. */
    record Unreadable(IOException why, Payload payload) implements ActResult, ParsedPayload {}
}
