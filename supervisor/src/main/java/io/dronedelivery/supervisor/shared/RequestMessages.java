package io.dronedelivery.supervisor.shared;

import io.dronedelivery.chassis.store.Outbox.Outgoing;
import io.dronedelivery.contracts.Topic;
import io.dronedelivery.contracts.ingestion.DeliveryRequest;
import java.util.List;

/** Requests that are published again. */
public final class RequestMessages {
    private RequestMessages() {}

    /** The requests as messages for the outbox. */
    public static List<Outgoing> outgoing(List<? extends DeliveryRequest> requests) {
        return requests.stream()
                .map(request ->
                        new Outgoing(Topic.DELIVERY_REQUESTS, request.deliveryId(), request.requestId(), request))
                .toList();
    }
}
