package io.dronedelivery.ingestion.domain;

import io.dronedelivery.contracts.ingestion.DeliveryRequest;

/** The log did not say that a request is stored: it may be, or may not. */
public final class NotAcknowledged extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String deliveryId;

    NotAcknowledged(DeliveryRequest request, Throwable cause) {
        super("not acknowledged delivery=%s request=%s".formatted(request.deliveryId(), request.requestId()), cause);
        this.deliveryId = request.deliveryId();
    }

    /** The delivery of which it is not known. */
    public String deliveryId() {
        return deliveryId;
    }
}
