package io.dronedelivery.local.customer;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.dronedelivery.contracts.Parcel;
import io.dronedelivery.contracts.ingestion.DeliveryOrder.Stop;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An order as this customer sends it, to be delivered in the time that the service itself allows for, since the system's
 * clock may run faster than the customer's.
 *
 * @param readyAt from when on the parcel can be picked up; at once where it is absent
 */
public record DeliveryOrder(
        Stop pickup,
        Stop dropoff,
        @Nullable Instant readyAt,
        @JsonProperty("package") Parcel parcel,
        String reference) {}
