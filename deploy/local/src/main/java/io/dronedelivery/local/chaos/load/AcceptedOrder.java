package io.dronedelivery.local.chaos.load;

import io.dronedelivery.contracts.ingestion.DeliveryAccepted;
import io.dronedelivery.local.customer.DeliveryOrder;

/** An order that was answered 202, with its idempotency key. */
record AcceptedOrder(String accountId, String key, DeliveryOrder order, DeliveryAccepted answer) {}
