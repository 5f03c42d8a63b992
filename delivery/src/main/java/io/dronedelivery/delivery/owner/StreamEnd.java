package io.dronedelivery.delivery.owner;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * When a stream that would go on has to end, because the service stops: a moment after it was told to. By then no new request is
 * sent to this instance, so a client that reconnects reaches another.
 */
@Singleton
class StreamEnd {
    private static final Duration NOTICE = Duration.ofSeconds(1); // the service answers for two

    private volatile @Nullable Long stopBegan;

    void begin(@Observes ShutdownDelayInitiatedEvent stop) {
        stopBegan = System.nanoTime();
    }

    boolean reached() {
        Long began = stopBegan;
        return began != null && System.nanoTime() - began > NOTICE.toNanos();
    }
}
