package io.dronedelivery.contracts.ingestion;

import io.dronedelivery.contracts.ingestion.DeliveryOrder.Stop;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a customer changes of an order; what is absent stays. */
public record DeliveryChange(
        @Nullable Stop dropoff,
        @Nullable Instant readyAt,
        @Nullable Instant deadline) {}
