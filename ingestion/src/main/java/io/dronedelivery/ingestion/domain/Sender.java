package io.dronedelivery.ingestion.domain;

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

    /** The id of the request: with a key the same as long as what is asked is the same, word by word. */
    String requestId(RandomGenerator random, String verb, String deliveryId, String asked) {
        return idempotencyKey == null
                ? Names.random(random)
                : Names.of(verb, accountId, idempotencyKey, deliveryId, asked);
    }
}
