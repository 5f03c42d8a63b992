package io.dronedelivery.delivery.domain.request;

import io.dronedelivery.contracts.delivery.Attempts.Halt;
import io.dronedelivery.contracts.delivery.Attempts.Opening;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The changes that are opened before their order was read. Each waits for its order a few seconds from when it was first
 * opened; then nobody ever ordered that delivery. The time of the customer's request does not count: after an outage both
 * may have waited in the log for long. The first opening is kept in memory only: after a restart a change waits a little longer.
 */
final class EarlyChanges {
    static final Duration WAIT_MAX = Duration.ofSeconds(3);
    static final int CHANGES_MAX = 10_000;

    private final Map<String, Instant> firstOpened = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
            return size() > CHANGES_MAX;
        }
    };

    /** The answer to a change of an unknown delivery. Empty: the delivery may become known, so ask again. */
    synchronized Optional<Opening> open(String requestId, Instant now) {
        Instant first = firstOpened.computeIfAbsent(requestId, _ -> now);
        return now.isBefore(first.plus(WAIT_MAX)) ? Optional.empty() : Optional.of(new Halt("no such delivery"));
    }
}
