package io.dronedelivery.local.demo;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.dronedelivery.contracts.Parcel;
import io.dronedelivery.contracts.ingestion.DeliveryOrder.Stop;

/**
 * An order as this customer sends it: ready at once, and in the time that the service itself allows for, since the
 * system's clock may run faster than the customer's.
 */
public record Wish(
        Stop pickup, Stop dropoff, @JsonProperty("package") Parcel parcel, String reference) {}
