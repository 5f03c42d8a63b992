package io.dronedelivery.scheduler.domain;

import io.dronedelivery.contracts.Refusal;
import io.dronedelivery.contracts.ingestion.DeliveryRequest;

/**
 * Delivery refused to open an attempt, against its contract, which has a Halt for all that can happen: without a number
 * nothing can be carried out or undone, and a person must look.
 */
public final class AttemptNotOpened extends RuntimeException {
    private static final long serialVersionUID = 1L;

    AttemptNotOpened(DeliveryRequest request, Refusal code, String detail) {
        super("no attempt opened delivery=%s request=%s code=%s: %s"
                .formatted(request.deliveryId(), request.requestId(), code, detail));
    }
}
