package io.dronedelivery.ingestion.domain;

import io.dronedelivery.contracts.Json;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Who sends a request.
 *
 * @param accountId the account
 * @param idempotencyKey what the client calls the request, so as to be able to repeat it; absent where it does not
 */
public record Sender(String accountId, @Nullable String idempotencyKey) {

    /** The id of the delivery that is ordered: with a key always the same, whatever is ordered. */
    String deliveryId(RandomGenerator random) {
        return idempotencyKey == null ? Names.random(random) : Names.of("delivery", accountId, idempotencyKey);
    }

    /** The id of the key, of which each verb and each delivery has its own; absent where there is no key. */
    @Nullable
    String keyId(String verb, String deliveryId) {
        return idempotencyKey == null ? null : Names.of("key", verb, accountId, idempotencyKey, deliveryId);
    }

    /**
     * The id of the request: with a key the same as long as what is asked is the same, however it is written.
     *
     * @param asked what is asked, as a contract that says nothing of when it was asked
     */
    String requestId(RandomGenerator random, String verb, String deliveryId, Supplier<?> asked) {
        return idempotencyKey == null
                ? Names.random(random)
                : Names.of(verb, accountId, idempotencyKey, deliveryId, Json.text(asked.get()));
    }
}
