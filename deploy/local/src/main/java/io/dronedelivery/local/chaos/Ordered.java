package io.dronedelivery.local.chaos;

import io.dronedelivery.contracts.ingestion.DeliveryAccepted;
import io.dronedelivery.local.demo.Wish;

/** A delivery that was ordered, under a key, and promised. */
record Ordered(String accountId, String key, Wish wish, DeliveryAccepted answer) {}
