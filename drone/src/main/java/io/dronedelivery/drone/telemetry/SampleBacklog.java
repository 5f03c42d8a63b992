package io.dronedelivery.drone.telemetry;

import io.dronedelivery.chassis.retry.Backoff;
import io.dronedelivery.contracts.drone.DroneTelemetry;
import io.dronedelivery.contracts.drone.Fleet.TelemetryBatch;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.function.Function;

/**
 * Samples on their way to where they are stored, in the order they came. A datagram can't be asked for again, so while
 * nothing can be stored they wait here; when too many wait the oldest go, for the newest tell the most.
 */
final class SampleBacklog {
    /** Some ten minutes of twenty drones. */
    static final int SAMPLES_MAX = 10_000;

    static final int BATCH_MAX = 500;
    private static final Backoff BACKOFF = new Backoff(Duration.ofMillis(200), Duration.ofSeconds(5));

    private final Function<TelemetryBatch, Uni<?>> storing;
    private final Runnable onDropped;
    private final Queue<DroneTelemetry> waiting = new ArrayDeque<>();
    private boolean underWay;

    /**
     * An empty one.
     *
     * @param storing stores a batch; tried until it succeeds, one batch at a time
     * @param onDropped told of each sample that had to go
     */
    SampleBacklog(Function<TelemetryBatch, Uni<?>> storing, Runnable onDropped) {
        this.storing = storing;
        this.onDropped = onDropped;
    }

    /** Takes a sample, without waiting. */
    void add(DroneTelemetry sample) {
        synchronized (waiting) {
            if (waiting.size() == SAMPLES_MAX) {
                waiting.remove();
                onDropped.run();
            }
            waiting.add(sample);
        }
        storeNext();
    }

    private void storeNext() {
        List<DroneTelemetry> batch = nextBatch();
        if (!batch.isEmpty()) {
            Uni<?> once = Uni.createFrom().deferred(() -> storing.apply(new TelemetryBatch(batch, isWaiting())));
            BACKOFF.retry(once, _ -> true).subscribe().with(_ -> stored());
        }
    }

    private List<DroneTelemetry> nextBatch() {
        synchronized (waiting) {
            List<DroneTelemetry> batch = new ArrayList<>();
            while (!underWay && batch.size() < BATCH_MAX && !waiting.isEmpty()) {
                batch.add(waiting.remove());
            }
            underWay |= !batch.isEmpty();
            return batch;
        }
    }

    private boolean isWaiting() {
        synchronized (waiting) {
            return !waiting.isEmpty();
        }
    }

    private void stored() {
        synchronized (waiting) {
            underWay = false;
        }
        storeNext();
    }
}
