package io.dronedelivery.supervisor.domain.watch;

import io.dronedelivery.contracts.delivery.DeliveryEvent;
import io.dronedelivery.contracts.ingestion.DeliveryRequest;
import io.smallrye.mutiny.Uni;
import java.time.InstantSource;
import java.util.List;
import java.util.function.UnaryOperator;

/** Hears what was asked for and what became of it, from two topics that are read independently of each other. */
public final class Watching {
    private final Watched watched;
    private final Limits limits;
    private final InstantSource clock;

    public Watching(Watched watched, Limits limits, InstantSource clock) {
        this.watched = watched;
        this.limits = limits;
        this.clock = clock;
    }

    /** Something was accepted. */
    public Uni<Void> on(DeliveryRequest request) {
        return change(request.deliveryId(), course -> hearing().hear(course, request));
    }

    /** Something happened to a delivery. */
    public Uni<Void> on(DeliveryEvent event) {
        return change(event.header().deliveryId(), course -> hearing().hear(course, event));
    }

    private Hearing hearing() {
        return new Hearing(limits, clock.instant());
    }

    private Uni<Void> change(String deliveryId, UnaryOperator<Course> change) {
        return watched.find(deliveryId)
                .chain(found -> found.map(entry -> replace(entry, change.apply(entry.course())))
                        .orElseGet(() -> watched.add(change.apply(Course.of(deliveryId)))))
                .chain(kept -> kept ? Uni.createFrom().voidItem() : change(deliveryId, change));
    }

    private Uni<Boolean> replace(Watched.Entry read, Course after) {
        return after.equals(read.course()) ? Uni.createFrom().item(true) : watched.replace(read, after, List.of());
    }
}
