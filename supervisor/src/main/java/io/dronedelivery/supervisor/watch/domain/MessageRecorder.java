package io.dronedelivery.supervisor.watch.domain;

import io.dronedelivery.contracts.delivery.Assignment;
import io.dronedelivery.contracts.delivery.DeliveryEvent;
import io.dronedelivery.contracts.ingestion.DeliveryRequest;
import io.dronedelivery.contracts.ingestion.DeliveryRequest.ScheduleDelivery;
import io.dronedelivery.supervisor.compensation.domain.Compensation;
import io.dronedelivery.supervisor.watch.domain.DeliveryHistory.EventSummary;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Adds to a watched delivery what a message tells of it. */
record MessageRecorder(Duration answerWithin, Instant now) {

    WatchedDelivery add(WatchedDelivery delivery, DeliveryRequest request) {
        boolean orders = request instanceof ScheduleDelivery;
        WatchedDelivery known = orders ? delivery.with(delivery.history().wasOrdered()) : delivery;
        return known.request(request.requestId()).isPresent()
                ? known
                : reconciled(known.with(WatchedRequest.of(request, now, answerWithin)));
    }

    WatchedDelivery add(WatchedDelivery delivery, DeliveryEvent event) {
        WatchedDelivery known = delivery.with(delivery.history().with(event));
        ParcelCustody custody = known.custody(event.header().attempt());
        return reconciled(
                switch (event) {
                    case DeliveryEvent.DeliveryCreated created ->
                        scheduled(answered(known, created.requestId(), event), event, created.assignment());
                    case DeliveryEvent.DeliveryRescheduled rescheduled ->
                        scheduled(answered(known, rescheduled.requestId(), event), event, rescheduled.assignment());
                    case DeliveryEvent.DeliveryCancelled cancelled -> answered(known, cancelled.requestId(), event);
                    case DeliveryEvent.DeliveryRejected rejected -> answered(known, rejected.requestId(), event);
                    case DeliveryEvent.DeliveryChangeRefused refused -> answered(known, refused.requestId(), event);
                    case DeliveryEvent.DeliveryPickedUp pickedUp ->
                        known.with(custody.pickedUp(pickedUp.header().cause().position()));
                    case DeliveryEvent.DeliveryInterrupted interrupted ->
                        known.with(custody.failed(
                                interrupted.detail(),
                                interrupted.header().cause().position()));
                    case DeliveryEvent.DeliveryRequested _,
                            DeliveryEvent.DeliveryHeadedToPickup _,
                            DeliveryEvent.DeliveryHeadedToDropoff _,
                            DeliveryEvent.DeliveryArriving _,
                            DeliveryEvent.DeliveryCompleted _,
                            DeliveryEvent.DeliveryReturned _,
                            DeliveryEvent.DeliveryFailed _ -> known;
                });
    }

    /** An operator decides on a parcel once, at the compensation: the alert follows. */
    WatchedDelivery add(WatchedDelivery delivery, List<Compensation> compensations) {
        WatchedDelivery known = delivery;
        for (Compensation compensation : compensations) {
            ParcelCustody custody = known.custody(compensation.attempt());
            known = compensation
                    .decision()
                    .map(made -> custody.decided(made.remedy() + ", decided by " + made.operator()))
                    .map(known::with)
                    .orElse(known);
        }
        return reconciled(known);
    }

    /** The answer may be read before its request. */
    private WatchedDelivery answered(WatchedDelivery delivery, String requestId, DeliveryEvent event) {
        String by = EventSummary.name(event);
        return delivery.request(requestId)
                .map(request -> request.state() instanceof WatchedRequest.Answered
                        ? delivery
                        : delivery.with(request.answered(by, now)))
                .orElseGet(() -> delivery.with(WatchedRequest.answeredBefore(requestId, by, now)));
    }

    private static WatchedDelivery scheduled(WatchedDelivery delivery, DeliveryEvent event, Assignment assignment) {
        long version = event.header().version();
        return delivery.flight() != null && delivery.flight().version() >= version
                ? delivery
                : delivery.with(Flight.scheduled(event.header().attempt(), version, assignment.dropoffAt()));
    }

    private WatchedDelivery reconciled(WatchedDelivery delivery) {
        return new Reconciler(answerWithin, now).reconcile(delivery);
    }
}
