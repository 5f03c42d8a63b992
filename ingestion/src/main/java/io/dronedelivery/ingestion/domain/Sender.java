package io.dronedelivery.ingestion.domain;

import io.dronedelivery.contracts.Json;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Who sends a request.
 *
 * @param accountId the account
 * @param idempotencyKey what the client names the request, to repeat it safely; absent if it does not
 */
public record Sender(String accountId, @Nullable String idempotencyKey) {

    /** The id of an ordered delivery: with a key always the same, whatever the order. */
    String deliveryId(RandomGenerator random) {
        return idempotencyKey == null ? Ids.random(random) : Ids.of("delivery", accountId, idempotencyKey);
    }

    /** The id of the key, another one for each verb and delivery; absent if there is no key. */
    @Nullable
    String keyId(String verb, String deliveryId) {
        return idempotencyKey == null ? null : Ids.of("key", verb, accountId, idempotencyKey, deliveryId);
    }

    /**
     * The id of the request: with a key the same for the same request, however it is written.
     *
     * @param asked the request as a contract, without its time
     */
    String requestId(RandomGenerator random, String verb, String deliveryId, Supplier<?> asked) {
        return idempotencyKey == null
                ? Ids.random(random)
                : Ids.of(verb, accountId, idempotencyKey, deliveryId, Json.text(asked.get()));
    }
}
