package io.dronedelivery.ingestion.domain;

import io.dronedelivery.contracts.Json;

/**
 * Who sends a request.
 *
 * @param accountId the account
 * @param idempotencyKey what the client names the request, to repeat it safely
 */
public record Sender(String accountId, String idempotencyKey) {

    /** The id of an ordered delivery: under a key always the same, whatever the order. */
    String deliveryId() {
        return Ids.of("delivery", accountId, idempotencyKey);
    }

    /** The id of the key, another one for each verb and delivery. */
    String keyId(String verb, String deliveryId) {
        return Ids.of("key", verb, accountId, idempotencyKey, deliveryId);
    }

    /**
     * The id of the request: under a key the same for the same request, however it is written.
     *
     * @param asked the request as a contract, without its time
     */
    String requestId(String verb, String deliveryId, Object asked) {
        return Ids.of(verb, accountId, idempotencyKey, deliveryId, Json.text(asked));
    }
}
