package io.dronedelivery.supervisor.watch.domain;

import io.dronedelivery.contracts.delivery.DeliveryEvent;
import io.dronedelivery.contracts.delivery.DeliveryStatus;
import io.dronedelivery.contracts.ingestion.DeliveryRequest;
import io.dronedelivery.supervisor.compensation.domain.Compensation;
import io.dronedelivery.supervisor.compensation.domain.Compensations;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Takes messages in: what was asked for, and what became of it. The two topics are read independently of each other. */
public final class WatchIntake {
    private static final Set<DeliveryStatus> FAILED = EnumSet.of(DeliveryStatus.FAILED, DeliveryStatus.REJECTED);

    private final WatchedDeliveries deliveries;
    private final Compensations compensations;
    private final Duration answerWithin;
    private final InstantSource clock;

    /**
     * Stores what it takes in there.
     *
     * @param answerWithin within what time a request has to be answered
     */
    public WatchIntake(
            WatchedDeliveries deliveries, Compensations compensations, Duration answerWithin, InstantSource clock) {
        this.deliveries = deliveries;
        this.compensations = compensations;
        this.answerWithin = answerWithin;
        this.clock = clock;
    }

    /** A request was accepted. */
    public Uni<Void> on(DeliveryRequest request) {
        return change(request.deliveryId(), delivery -> recorder().add(delivery, request));
    }

    /** Something happened to a delivery. */
    public Uni<Void> on(DeliveryEvent event) {
        String deliveryId = event.header().deliveryId();
        return decidedBefore(event)
                .chain(decided ->
                        change(deliveryId, delivery -> recorder().add(recorder().add(delivery, event), decided)));
    }

    /** If a delivery failed, a person may have decided so before, at a compensation. */
    private Uni<List<Compensation>> decidedBefore(DeliveryEvent event) {
        return FAILED.contains(event.header().status())
                ? compensations.ofDelivery(event.header().deliveryId())
                : Uni.createFrom().item(List.of());
    }

    private MessageRecorder recorder() {
        return new MessageRecorder(answerWithin, clock.instant());
    }

    private Uni<Void> change(String deliveryId, UnaryOperator<WatchedDelivery> change) {
        return deliveries
                .find(deliveryId)
                .chain(found -> found.map(entry -> replace(entry, change.apply(entry.delivery())))
                        .orElseGet(() -> deliveries.add(change.apply(WatchedDelivery.of(deliveryId)))))
                .chain(stored -> stored ? Uni.createFrom().voidItem() : change(deliveryId, change));
    }

    private Uni<Boolean> replace(WatchedDeliveries.Entry read, WatchedDelivery after) {
        return after.equals(read.delivery()) ? Uni.createFrom().item(true) : deliveries.replace(read, after, List.of());
    }
}
