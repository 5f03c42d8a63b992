package io.dronedelivery.gateway.invoice;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.dronedelivery.contracts.Money;
import io.dronedelivery.contracts.Parcel;
import io.dronedelivery.contracts.delivery.Assignment.Means;
import io.dronedelivery.contracts.delivery.DeliverySearch.Place;
import io.dronedelivery.contracts.delivery.DeliveryStatus;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an account was charged in a month, delivery by delivery.
 *
 * @param month the calendar month (UTC), such as 2026-11
 * @param total the sum of the lines
 * @param lines by the time of the charge
 * @param incomplete the services whose part is missing in some lines; the amounts are there in any case
 */
record Invoice(String accountId, String month, Money total, List<Line> lines, List<String> incomplete) {

    /**
     * What was charged for one delivery.
     *
     * @param attempt the attempt that was charged
     * @param delivery absent where delivery could not tell
     * @param parcel absent where packaging could not tell; <code>package</code> on the wire
     * @param drone absent where no drone of the fleet flew it, or drone could not tell
     */
    record Line(
            String deliveryId,
            int attempt,
            Instant chargedAt,
            Money amount,
            @Nullable Journey delivery,

            @JsonProperty("package") @Nullable Parcel parcel,

            @Nullable Drone drone) {}

    /**
     * From where to where it went, and with whom.
     *
     * @param reference the customer's own
     * @param carrier the drone's id, or the carrier's name
     */
    record Journey(
            DeliveryStatus status,
            @Nullable String reference,
            Instant requestedAt,
            @Nullable Instant endedAt,
            Place pickup,
            Place dropoff,
            @Nullable Means means,
            @Nullable String carrier) {}

    /** The drone that flew it. */
    record Drone(String droneId, String model) {}
}
