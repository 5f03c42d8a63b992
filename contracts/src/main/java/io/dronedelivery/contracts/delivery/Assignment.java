package io.dronedelivery.contracts.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who carries a delivery.
 *
 * @param means by drone or by a third party
 * @param carrier the drone's id, or the carrier's name
 * @param reference the carrier's own reference; absent for drones
 * @param cruiseSpeed the drone's cruise speed in m/s; absent for third parties
 * @param pickupAt when the pickup is expected
 * @param dropoffAt when the drop-off is expected
 */
public record Assignment(
        Means means,
        String carrier,
        @Nullable String reference,
        @Nullable Double cruiseSpeed,
        Instant pickupAt,
        Instant dropoffAt) {

    /** What carries the parcel. */
    public enum Means {
        DRONE,
        THIRD_PARTY
    }
}
