package io.dronedelivery.contracts.ingestion;

import io.dronedelivery.contracts.delivery.DeliveryStatus;
import java.net.URI;

/**
 * The answer 202: the request is stored on all in-sync replicas and will be carried out or refused with a reason.
 *
 * @param deliveryId the delivery
 * @param requestId this request, to be found again in the delivery's timeline
 * @param status what is known of the delivery; PENDING under an idempotency key, so that a repeat is answered the same
 * @param links where to follow it
 */
public record DeliveryAccepted(String deliveryId, String requestId, DeliveryStatus status, Links links) {

    /** Where to follow a delivery. */
    public record Links(URI self, URI timeline, URI tracking) {}
}
