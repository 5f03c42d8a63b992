package io.dronedelivery.ingestion.domain;

import io.dronedelivery.contracts.ingestion.DeliveryRequest;

/** The broker did not acknowledge a request: it may be stored or not. */
public final class NotAcknowledged extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String deliveryId;

    NotAcknowledged(DeliveryRequest request, Throwable cause) {
        super("not acknowledged delivery=%s request=%s".formatted(request.deliveryId(), request.requestId()), cause);
        this.deliveryId = request.deliveryId();
    }

    /** The delivery of the request. */
    public String deliveryId() {
        return deliveryId;
    }
}
