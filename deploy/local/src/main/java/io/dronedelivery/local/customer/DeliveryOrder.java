package io.dronedelivery.local.customer;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.dronedelivery.contracts.Parcel;
import io.dronedelivery.contracts.ingestion.DeliveryOrder.Stop;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The body of an order. It names no deadline, since the system's clock may run faster than the customer's: the service
 * sets one.
 *
 * @param readyAt from when on the parcel can be picked up; at once if it is null
 */
public record DeliveryOrder(
        Stop pickup,
        Stop dropoff,
        @Nullable Instant readyAt,
        @JsonProperty("package") Parcel parcel,
        String reference) {}
