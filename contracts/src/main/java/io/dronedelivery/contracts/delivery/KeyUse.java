package io.dronedelivery.contracts.delivery;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What an idempotency key was used for at a delivery: <code>GET /deliveries/{deliveryId}/keys/{keyId}</code>, by which
 * ingestion knows repeats. 404 with NOT_FOUND where the delivery is not known. With <code>certain=true</code>, 409 without a
 * code (<code>not-yet</code>) where a request under that key may still stand in the topic unread.
 *
 * @param delivery the delivery as it stands, whosever it is
 * @param requestId the first request that came under the key; absent where none did
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record KeyUse(DeliveryView delivery, @Nullable String requestId) {}
