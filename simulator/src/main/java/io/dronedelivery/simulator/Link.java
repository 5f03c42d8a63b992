package io.dronedelivery.simulator;

import io.dronedelivery.contracts.drone.DroneTelemetry;
import io.dronedelivery.contracts.drone.Fleet.Order;
import io.dronedelivery.contracts.drone.Fleet.RefusedSample;
import io.dronedelivery.contracts.drone.Fleet.TelemetryBatch;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The drones' link to the telemetry API: one post at a time, so that samples arrive in order and the newest order counts. While
 * the telemetry API is away the samples wait. Not safe for use by several threads.
 */
final class Link {
    private static final System.Logger log = System.getLogger(Link.class.getName());
    private static final int SAMPLES_PER_POST_MAX = 1_000;

    private record Post(List<DroneTelemetry> samples, CompletableFuture<TelemetryClient.Result> result) {}

    private final TelemetryClient client;
    private final Backlog backlog;
    private final Consumer<List<Order>> obey;
    private final Duration pause;
    private @Nullable Post underWay;
    private long pausedUntilNanos = System.nanoTime();
    private boolean away;
    private int unknown;

    /**
     * A link.
     *
     * @param obey takes the orders
     * @param pause how long it waits after the telemetry API was away
     */
    Link(TelemetryClient client, Backlog backlog, Consumer<List<Order>> obey, Duration pause) {
        this.client = client;
        this.backlog = backlog;
        this.obey = obey;
        this.pause = pause;
    }

    /** Takes an answer if there is one, and posts what waits if nothing is under way. Never blocks. */
    void exchange() {
        if (underWay != null && underWay.result().isDone()) {
            finish(underWay);
            underWay = null;
        }
        if (underWay == null && backlog.size() > 0 && System.nanoTime() - pausedUntilNanos >= 0) {
            List<DroneTelemetry> samples = backlog.take(SAMPLES_PER_POST_MAX);
            underWay = new Post(samples, client.post(new TelemetryBatch(samples, backlog.size() > 0)));
        }
    }

    /** Whether a post is under way, or its answer waits to be taken. */
    boolean isPosting() {
        return underWay != null;
    }

    private void finish(Post post) {
        switch (post.result().join()) {
            case TelemetryClient.Result.Stored(var answer) -> {
                tellReturn();
                tellUnknown(answer.unknown());
                tellRefused(answer.refused());
                obey.accept(answer.orders());
            }
            case TelemetryClient.Result.Refused(int status, String body) ->
                log.log(
                        System.Logger.Level.WARNING,
                        "samples refused count=" + post.samples().size() + " status=" + status + " answer=" + body);
            case TelemetryClient.Result.Unavailable(String why) -> {
                tellAway(why);
                backlog.putBack(post.samples());
                pausedUntilNanos = System.nanoTime() + pause.toNanos();
            }
        }
    }

    private void tellAway(String why) {
        if (!away) {
            log.log(System.Logger.Level.WARNING, "drone service away, flying on why=" + why);
        }
        away = true;
    }

    private void tellReturn() {
        if (away) {
            log.log(
                    System.Logger.Level.INFO,
                    "drone service back waiting=" + backlog.size() + " dropped=" + backlog.dropped());
        }
        away = false;
    }

    private static void tellRefused(List<RefusedSample> refused) {
        if (!refused.isEmpty()) {
            log.log(
                    System.Logger.Level.WARNING,
                    "samples refused count=" + refused.size() + " why="
                            + refused.getFirst().reason());
        }
    }

    private void tellUnknown(List<String> drones) {
        if (drones.size() != unknown) {
            log.log(System.Logger.Level.INFO, "drones unknown to the drone service count=" + drones.size());
        }
        unknown = drones.size();
    }
}
