package io.dronedelivery.delivery.domain;

import io.dronedelivery.contracts.delivery.Attempts.Halt;
import io.dronedelivery.contracts.delivery.Attempts.Opening;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How long a change waits for the order that it overtook: not by long, for then nobody ever ordered that. It counts from
 * when the change was first asked to be opened, not from when its customer asked for it: after an outage both may have
 * waited in the log for long, and the order may still be right behind. That moment is only remembered; who forgets it (by a
 * restart) waits a little longer.
 */
final class Overtaking {
    static final Duration WAIT_MAX = Duration.ofSeconds(3);
    static final int CHANGES_MAX = 10_000;

    private final Map<String, Instant> firstAsked = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
            return size() > CHANGES_MAX;
        }
    };

    /** What a change of an unknown delivery is answered now. Empty: the delivery may become known, so ask again. */
    synchronized Optional<Opening> open(String requestId, Instant now) {
        Instant first = firstAsked.computeIfAbsent(requestId, _ -> now);
        return now.isBefore(first.plus(WAIT_MAX)) ? Optional.empty() : Optional.of(new Halt("no such delivery"));
    }
}
