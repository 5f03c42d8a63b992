package io.dronedelivery.local.chaos.load;

import io.dronedelivery.contracts.ingestion.DeliveryAccepted;
import io.dronedelivery.local.customer.DeliveryOrder;

/** A delivery that was ordered, under a key, and promised. */
record AcceptedOrder(String accountId, String key, DeliveryOrder order, DeliveryAccepted answer) {}
