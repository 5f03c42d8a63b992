package io.dronedelivery.delivery.owner;

import io.dronedelivery.chassis.timer.PeriodicTask;
import io.dronedelivery.delivery.domain.decision.Deliveries;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The latest stored version of every delivery that clients follow. One query for all of them, twice a second: however many
 * clients there are, only what has changed is read.
 */
@Singleton
class FollowedVersions {
    /** Twice a second. */
    static final Duration PERIOD = Duration.ofMillis(500);

    private record Followed(int clients, long version) {}

    private final Map<String, Followed> followed = new ConcurrentHashMap<>();
    private final Deliveries deliveries;
    private final PeriodicTask reading;

    FollowedVersions(Vertx vertx, Deliveries deliveries) {
        this.deliveries = deliveries;
        this.reading = new PeriodicTask(vertx, PERIOD, "followed versions", this::read);
    }

    void start(@Observes StartupEvent event) {
        reading.start();
    }

    void stop(@Observes ShutdownEvent event) {
        reading.end();
    }

    /** One more client follows the delivery. */
    void follow(String deliveryId) {
        followed.merge(
                deliveryId, new Followed(1, 0), (known, _) -> new Followed(known.clients() + 1, known.version()));
    }

    /** One client less follows it. */
    void leave(String deliveryId) {
        followed.computeIfPresent(
                deliveryId,
                (_, known) -> known.clients() == 1 ? null : new Followed(known.clients() - 1, known.version()));
    }

    /** The version of the delivery's last event as it was last read; 0 where it was not read yet. */
    long version(String deliveryId) {
        Followed known = followed.get(deliveryId);
        return known == null ? 0 : known.version();
    }

    private Uni<Void> read() {
        return followed.isEmpty()
                ? Uni.createFrom().voidItem()
                : deliveries
                        .versions(followed.keySet())
                        .invoke(versions -> versions.forEach(this::remember))
                        .replaceWithVoid();
    }

    private void remember(String deliveryId, long version) {
        followed.computeIfPresent(deliveryId, (_, known) -> new Followed(known.clients(), version));
    }
}
