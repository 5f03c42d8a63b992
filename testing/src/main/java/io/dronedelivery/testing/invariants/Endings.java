package io.dronedelivery.testing.invariants;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.dronedelivery.contracts.delivery.DeliveryEvent;
import io.dronedelivery.contracts.delivery.DeliveryEvent.DeliveryCancelled;
import io.dronedelivery.contracts.delivery.DeliveryEvent.DeliveryChangeRefused;
import io.dronedelivery.contracts.delivery.DeliveryEvent.DeliveryCreated;
import io.dronedelivery.contracts.delivery.DeliveryEvent.DeliveryRejected;
import io.dronedelivery.contracts.delivery.DeliveryEvent.DeliveryRequested;
import io.dronedelivery.contracts.delivery.DeliveryEvent.DeliveryRescheduled;
import io.dronedelivery.contracts.delivery.DeliveryStatus;
import io.dronedelivery.contracts.ingestion.DeliveryRequest;
import io.dronedelivery.contracts.ingestion.DeliveryRequest.ScheduleDelivery;
import io.dronedelivery.testing.invariants.Snapshot.StoredDelivery;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Every request that was answered 202 has come to an end that its owner can see. */
final class Endings {
    private Endings() {}

    static Finding check(Snapshot snapshot) {
        Map<String, DeliveryStatus> statuses =
                snapshot.deliveries().stream().collect(toMap(StoredDelivery::deliveryId, StoredDelivery::status));
        Set<String> answered =
                snapshot.decided().stream().flatMap(Endings::answers).collect(toSet());
        Map<String, String> owners = snapshot.requests().stream()
                .filter(ScheduleDelivery.class::isInstance)
                .collect(toMap(DeliveryRequest::deliveryId, DeliveryRequest::accountId, (first, _) -> first));
        List<String> violations = snapshot.requests().stream()
                // A change of what its account never ordered has no event: its client sees a 404 for that delivery.
                .filter(request -> request.accountId().equals(owners.get(request.deliveryId())))
                .flatMap(request -> violation(request, statuses, answered).stream())
                .toList();
        return new Finding(Invariant.EVERY_REQUEST_ENDS, snapshot.requests().size(), violations);
    }

    private static List<String> violation(
            DeliveryRequest request, Map<String, DeliveryStatus> statuses, Set<String> answered) {
        DeliveryStatus status = statuses.get(request.deliveryId());
        String name = request.getClass().getSimpleName() + " " + request.requestId() + " of " + request.deliveryId();
        if (status == null) {
            return List.of(name + " was accepted, but the delivery is not known");
        }
        if (!status.terminal()) {
            return List.of(name + " was accepted, but the delivery is still " + status);
        }
        return answered.contains(request.requestId()) ? List.of() : List.of(name + " was never answered by an event");
    }

    /** The requests that an event answers. */
    private static Stream<String> answers(DeliveryEvent event) {
        return switch (event) {
            case DeliveryRequested requested -> Stream.of(requested.requestId());
            // A change may arrive before its order, and be scheduled first.
            case DeliveryCreated created -> Stream.of(created.requestId());
            case DeliveryRescheduled rescheduled -> Stream.of(rescheduled.requestId());
            case DeliveryCancelled cancelled -> Stream.of(cancelled.requestId());
            case DeliveryRejected rejected -> Stream.of(rejected.requestId());
            case DeliveryChangeRefused refused -> Stream.of(refused.requestId());
            case DeliveryEvent.DeliveryHeadedToPickup _,
                    DeliveryEvent.DeliveryPickedUp _,
                    DeliveryEvent.DeliveryHeadedToDropoff _,
                    DeliveryEvent.DeliveryArriving _,
                    DeliveryEvent.DeliveryCompleted _,
                    DeliveryEvent.DeliveryInterrupted _,
                    DeliveryEvent.DeliveryReturned _,
                    DeliveryEvent.DeliveryFailed _ -> Stream.of();
        };
    }
}
