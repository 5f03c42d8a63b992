package io.dronedelivery.scheduler;

import java.time.Instant;
import java.util.List;

/**
 * Whether new requests are taken.
 *
 * @param since when it came to be so
 * @param because the services whose circuits are not closed
 * @param holding whether a request waits for it to change; the others wait behind it in the topic
 */
record IntakeStatus(State state, Instant since, List<String> because, boolean holding) {

    enum State {
        OPEN,
        /** One now and then, to see whether the service is back. */
        PROBING,
        PAUSED
    }

    IntakeStatus holding(boolean waits) {
        return new IntakeStatus(state, since, because, waits);
    }
}
