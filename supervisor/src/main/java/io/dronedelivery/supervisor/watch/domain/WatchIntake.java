package io.dronedelivery.supervisor.watch.domain;

import io.dronedelivery.contracts.delivery.DeliveryEvent;
import io.dronedelivery.contracts.ingestion.DeliveryRequest;
import io.smallrye.mutiny.Uni;
import java.time.InstantSource;
import java.util.List;
import java.util.function.UnaryOperator;

/** Takes messages in: what was asked for, and what became of it. The two topics are read independently of each other. */
public final class WatchIntake {
    private final WatchedDeliveries deliveries;
    private final WatchLimits limits;
    private final InstantSource clock;

    public WatchIntake(WatchedDeliveries deliveries, WatchLimits limits, InstantSource clock) {
        this.deliveries = deliveries;
        this.limits = limits;
        this.clock = clock;
    }

    /** A request was accepted. */
    public Uni<Void> on(DeliveryRequest request) {
        return change(request.deliveryId(), delivery -> recorder().add(delivery, request));
    }

    /** Something happened to a delivery. */
    public Uni<Void> on(DeliveryEvent event) {
        return change(event.header().deliveryId(), delivery -> recorder().add(delivery, event));
    }

    private MessageRecorder recorder() {
        return new MessageRecorder(limits, clock.instant());
    }

    private Uni<Void> change(String deliveryId, UnaryOperator<WatchedDelivery> change) {
        return deliveries
                .find(deliveryId)
                .chain(found -> found.map(entry -> replace(entry, change.apply(entry.delivery())))
                        .orElseGet(() -> deliveries.add(change.apply(WatchedDelivery.of(deliveryId)))))
                .chain(kept -> kept ? Uni.createFrom().voidItem() : change(deliveryId, change));
    }

    private Uni<Boolean> replace(WatchedDeliveries.Entry read, WatchedDelivery after) {
        return after.equals(read.delivery()) ? Uni.createFrom().item(true) : deliveries.replace(read, after, List.of());
    }
}
