package io.dronedelivery.supervisor.domain.letters;

import io.dronedelivery.supervisor.domain.letters.Fate.Status;
import java.io.IOException;

/** What came of an operator's act. */
public sealed interface Answer {

    /** It is done, now or already before. */
    record Done() implements Answer {}

    /** There is no such letter. */
    record Unknown() implements Answer {}

    /** Something else was done with the letter, for good. */
    record Settled(Status status) implements Answer {}

    /** The payload is no message of its topic. */
    record Unreadable(IOException why) implements Answer {}
}
