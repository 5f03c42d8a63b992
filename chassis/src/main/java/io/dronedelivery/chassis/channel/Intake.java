package io.dronedelivery.chassis.channel;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * What this service takes from its topics: everything until SIGTERM, nothing afterwards. The records in hand are finished
 * before anything that they need is closed.
 */
@Singleton
class Intake {
    /** A record that waits out an outage is not waited for longer; it comes again, to another instance or after the start. */
    private static final Duration DRAIN_MAX = Duration.ofSeconds(8);

    private static final Logger log = Logger.getLogger(Intake.class);

    private final List<RecordsInHand> consumers = new ArrayList<>();
    private boolean closed;

    /** The records in hand of a new consumer. */
    synchronized RecordsInHand recordsInHand() {
        RecordsInHand inHand = new RecordsInHand();
        if (closed) {
            inHand.close();
        }
        consumers.add(inHand);
        return inHand;
    }

    /** The service is not ready from now on; requests still come, until whoever sends them has noticed. */
    synchronized void close(@Observes ShutdownDelayInitiatedEvent begin) {
        close();
    }

    /** All requests are answered. What ends for good at this event ends after the records in hand. */
    void drain(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) ShutdownEvent end) {
        int left = drain(DRAIN_MAX);
        if (left > 0) {
            log.warnf("stopped with records in hand, which come again records=%d", left);
        }
    }

    /** Closes the intake and waits. Returns how many records are still in hand when the time is up. */
    int drain(Duration timeout) {
        long deadline = System.nanoTime() + timeout.toNanos();
        int left = 0;
        for (RecordsInHand consumer : close()) {
            left += consumer.awaitNone(Duration.ofNanos(Math.max(0, deadline - System.nanoTime())));
        }
        return left;
    }

    private synchronized List<RecordsInHand> close() {
        closed = true;
        consumers.forEach(RecordsInHand::close);
        return List.copyOf(consumers);
    }
}
