package io.dronedelivery.supervisor.shared;

import io.dronedelivery.chassis.timer.PeriodicTask;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How many of something are open, by kind, counted in the database every few seconds. A kind that is missing from a count has
 * 0; all have NaN until the first count, and while the database does not answer.
 *
 * @param <K> the kind
 */
public final class OpenCounts<K> {
    private static final Duration COUNT_EVERY = Duration.ofSeconds(5);

    private final PeriodicTask counting;
    private volatile @Nullable Map<K, Long> open;

    /**
     * Counts that are not begun yet.
     *
     * @param name names them in the log
     */
    public OpenCounts(Vertx vertx, String name, Supplier<Uni<Map<K, Long>>> count) {
        this.counting = new PeriodicTask(vertx, COUNT_EVERY, name, () -> count.get()
                .invoke(counted -> open = counted)
                .onFailure()
                .invoke(() -> open = null));
    }

    /** Begins to count. */
    public void start() {
        counting.startAtOnce();
    }

    /** Counts no more. */
    public void end() {
        counting.end();
    }

    /** Shows the last count of a kind as the gauge of this name, with the kind as the value of its tag. */
    public void show(MeterRegistry meters, String gauge, String description, String tag, K kind) {
        Gauge.builder(gauge, () -> count(kind))
                .description(description)
                .tag(tag, kind.toString())
                .register(meters);
    }

    private double count(K kind) {
        Map<K, Long> counted = open;
        return counted == null ? Double.NaN : counted.getOrDefault(kind, 0L);
    }
}
