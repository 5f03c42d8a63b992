package io.dronedelivery.simulator;

import io.dronedelivery.contracts.drone.DroneTelemetry;
import io.dronedelivery.contracts.drone.Fleet.Order;
import io.dronedelivery.contracts.drone.Fleet.TelemetryAnswer;
import io.dronedelivery.contracts.drone.Fleet.TelemetryBatch;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One drone's link to the telemetry API: one post at a time, so that samples arrive in order and the newest order counts. What
 * is not taken waits for the next time slot. Not safe for use by several threads.
 */
final class Link {
    private static final System.Logger log = System.getLogger(Link.class.getName());
    /** So many samples are posted again and again while the API is away; all that wait are posted in a few slots then. */
    private static final int SAMPLES_PER_POST_MAX = 100;
    /** Whatever the answer says: a drone in the air must not be silent for long. */
    private static final Duration RETRY_AFTER_MAX = Duration.ofSeconds(5);

    private record Post(List<DroneTelemetry> samples, CompletableFuture<TelemetryClient.Result> result) {}

    private final String droneId;
    private final TelemetryClient client;
    private final Backlog backlog;
    private final Consumer<List<Order>> obey;
    private final TimeSlots slots;
    private @Nullable Post underWay;
    private boolean down;
    private boolean unknown;

    /**
     * A link.
     *
     * @param obey takes the drone's orders
     * @param slots when it may post
     */
    Link(String droneId, TelemetryClient client, Backlog backlog, Consumer<List<Order>> obey, TimeSlots slots) {
        this.droneId = droneId;
        this.client = client;
        this.backlog = backlog;
        this.obey = obey;
        this.slots = slots;
    }

    /** Lets a sample wait for the next slot. */
    void report(DroneTelemetry sample) {
        backlog.add(sample);
    }

    /** Takes an answer if there is one. Posts what waits if a slot has begun and no post is under way. Never blocks. */
    void exchange() {
        if (underWay != null && underWay.result().isDone()) {
            finish(underWay);
            underWay = null;
        }
        if (slots.hasBegun() && underWay == null && backlog.size() > 0) {
            List<DroneTelemetry> samples = backlog.take(SAMPLES_PER_POST_MAX);
            underWay = new Post(samples, client.post(droneId, new TelemetryBatch(samples, backlog.size() > 0)));
        }
    }

    /** Whether a post is under way, or its answer waits to be taken. */
    boolean isPosting() {
        return underWay != null;
    }

    private void finish(Post post) {
        switch (post.result().join()) {
            case TelemetryClient.Result.Stored(TelemetryAnswer answer) -> {
                tellUp();
                tellUnknown(answer.unknown().contains(droneId));
                if (!answer.refused().isEmpty()) {
                    tellRefused(
                            answer.refused().size(), answer.refused().getFirst().reason());
                }
                obey.accept(answer.orders().stream()
                        .filter(order -> order.droneId().equals(droneId))
                        .toList());
            }
            case TelemetryClient.Result.Refused(int status, String body) ->
                tellRefused(post.samples().size(), "status " + status + " " + body);
            case TelemetryClient.Result.Unavailable(String why, Duration retryAfter) -> {
                tellDown(why);
                backlog.putBack(post.samples());
                slots.skip(retryAfter.compareTo(RETRY_AFTER_MAX) < 0 ? retryAfter : RETRY_AFTER_MAX);
            }
        }
    }

    private void tellDown(String why) {
        if (!down) {
            log.log(System.Logger.Level.WARNING, "link down, flying on drone=" + droneId + " why=" + why);
        }
        down = true;
    }

    private void tellUp() {
        if (down) {
            log.log(
                    System.Logger.Level.INFO,
                    "link up drone=" + droneId + " waiting=" + backlog.size() + " dropped=" + backlog.dropped());
        }
        down = false;
    }

    private void tellUnknown(boolean unknownNow) {
        if (unknownNow != unknown) {
            log.log(
                    System.Logger.Level.INFO,
                    (unknownNow ? "drone is not registered drone=" : "drone is registered drone=") + droneId);
        }
        unknown = unknownNow;
    }

    private void tellRefused(int samples, String why) {
        log.log(System.Logger.Level.WARNING, "samples refused drone=" + droneId + " count=" + samples + " why=" + why);
    }
}
