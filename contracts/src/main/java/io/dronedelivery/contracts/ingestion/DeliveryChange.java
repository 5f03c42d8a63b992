package io.dronedelivery.contracts.ingestion;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.dronedelivery.contracts.ingestion.DeliveryOrder.Stop;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a customer changes of an order; what is absent stays. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DeliveryChange(
        @Nullable Stop dropoff,
        @Nullable Instant readyAt,
        @Nullable Instant deadline) {}
