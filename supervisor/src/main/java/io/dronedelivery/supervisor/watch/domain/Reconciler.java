package io.dronedelivery.supervisor.watch.domain;

import io.dronedelivery.contracts.ingestion.DeliveryRequest;
import io.dronedelivery.contracts.ingestion.DeliveryRequest.ScheduleDelivery;
import io.dronedelivery.supervisor.watch.domain.Alert.Kind;
import io.dronedelivery.supervisor.watch.domain.Alert.Known;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Concludes from what is known which requests are answered, which alerts are cleared, and which parcel has to be fetched. */
record Reconciler(Duration answerWithin, Instant now) {
    static final String OF_ANOTHER_ACCOUNT = "no such delivery of this account";

    WatchedDelivery reconcile(WatchedDelivery delivery) {
        return raiseForParcels(clearAlerts(answerRequests(delivery)));
    }

    private WatchedDelivery answerRequests(WatchedDelivery delivery) {
        return delivery.withRequests(delivery.requests().stream()
                .map(request -> awaited(delivery, request))
                .map(request -> request.unanswered()
                        .flatMap(unanswered -> answer(delivery.history(), unanswered))
                        .map(by -> request.answered(by, now))
                        .orElse(request))
                .toList());
    }

    /** A change may be read long before its order. Then it was taken for one that nobody had ordered. */
    private WatchedRequest awaited(WatchedDelivery delivery, WatchedRequest request) {
        return request.state() instanceof WatchedRequest.Unordered && delivery.exists()
                ? request.in(new WatchedRequest.Awaited(now.plus(answerWithin)))
                : request;
    }

    /** What answers a request without bearing its id. A change is always answered by name, even after its delivery's end. */
    private static Optional<String> answer(DeliveryHistory history, DeliveryRequest request) {
        if (history.hasEnded() && history.belongsToAnother(request.accountId())) {
            return Optional.of(OF_ANOTHER_ACCOUNT);
        }
        if (!(request instanceof ScheduleDelivery)) {
            return Optional.empty();
        }
        boolean begins = request.requestId().equals(history.begunBy());
        if (history.hasEnded() && (begins || history.begunBy() == null)) {
            return history.endedBy();
        }
        // A change may have overtaken it, and be the one that was scheduled first.
        return begins ? Optional.ofNullable(history.created()) : Optional.empty();
    }

    private WatchedDelivery clearAlerts(WatchedDelivery delivery) {
        return delivery.withAlerts(delivery.alerts().stream()
                .map(alert -> clearedBy(delivery, alert)
                        .map(by -> alert.cleared(by, now))
                        .orElse(alert))
                .toList());
    }

    private static Optional<String> clearedBy(WatchedDelivery delivery, Alert alert) {
        return switch (alert.kind()) {
            case UNANSWERED_REQUEST ->
                delivery.request(alert.subject())
                        .filter(request -> request.state() instanceof WatchedRequest.Answered)
                        .map(request -> ((WatchedRequest.Answered) request.state()).by());
            case OVERDUE_FLIGHT ->
                delivery.history().endedBy().or(() -> scheduledAfter(delivery, Integer.parseInt(alert.subject())));
            case RECOVER_PARCEL -> recoveredBy(delivery, Integer.parseInt(alert.subject()));
        };
    }

    private static Optional<String> scheduledAfter(WatchedDelivery delivery, int attempt) {
        return delivery.scheduledAfter(attempt).map(later -> "attempt " + later + " was scheduled");
    }

    /**
     * If the parcel was picked up, a delivery is scheduled anew only after a person has brought the parcel back. What a person
     * has decided at the compensation needs no second decision here.
     */
    private static Optional<String> recoveredBy(WatchedDelivery delivery, int attempt) {
        return delivery.history()
                .parcelArrivedBy()
                .or(() -> scheduledAfter(delivery, attempt))
                .or(() -> Optional.ofNullable(delivery.custody(attempt).decision()));
    }

    private WatchedDelivery raiseForParcels(WatchedDelivery delivery) {
        WatchedDelivery all = delivery;
        for (ParcelCustody custody : delivery.custodies()) {
            if (custody.hasToBeFetched()
                    && recoveredBy(delivery, custody.attempt()).isEmpty()) {
                all = raise(all, custody);
            }
        }
        return all;
    }

    private WatchedDelivery raise(WatchedDelivery delivery, ParcelCustody custody) {
        Alert alert = Alert.raise(
                Kind.RECOVER_PARCEL,
                delivery.deliveryId(),
                String.valueOf(custody.attempt()),
                "the parcel was picked up, then this happened: " + custody.failure(),
                new Known(null, null, delivery.history().last(), custody.lastSeen()),
                now);
        return delivery.alert(alert.id()).isPresent() ? delivery : delivery.with(alert);
    }
}
