package io.dronedelivery.supervisor.watch.domain;

import io.dronedelivery.contracts.delivery.DeliveryEvent;
import io.dronedelivery.contracts.delivery.DeliveryStatus;
import io.dronedelivery.contracts.ingestion.DeliveryRequest;
import io.dronedelivery.supervisor.compensation.domain.Compensation;
import io.dronedelivery.supervisor.compensation.domain.Compensations;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

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

    /** Requests were accepted. */
    public Uni<Void> requested(List<DeliveryRequest> requests) {
        Changes changes = new Changes();
        requests.forEach(request ->
                changes.add(request.deliveryId(), delivery -> recorder().add(delivery, request)));
        return store(changes);
    }

    /** Something happened to deliveries. */
    public Uni<Void> happened(List<DeliveryEvent> events) {
        Changes changes = new Changes();
        return Multi.createFrom()
                .iterable(events)
                .onItem()
                .transformToUniAndConcatenate(event -> decidedBefore(event)
                        .invoke(decided -> changes.add(event.header().deliveryId(), delivery -> recorder()
                                .add(recorder().add(delivery, event), decided))))
                .onItem()
                .ignoreAsUni()
                .chain(() -> store(changes));
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

    /** What somebody else has stored meanwhile is read and changed again. */
    private Uni<Void> store(Changes changes) {
        return deliveries
                .find(changes.deliveryIds())
                .chain(read -> deliveries.store(changes.of(read)))
                .chain(raced -> raced.isEmpty() ? Uni.createFrom().voidItem() : store(changes.only(raced)));
    }
}
