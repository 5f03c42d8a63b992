package io.dronedelivery.gateway.web;

import io.dronedelivery.contracts.Position;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The fleet, as the service drone tells it. */
record FoundFleet(List<Base> bases, List<Drone> drones) {

    /** A base. */
    record Base(String baseId, String name, Position location) {}

    /** A drone in short. */
    record Drone(
            String droneId,
            String baseId,
            String model,
            String availability,
            @Nullable Position position,
            @Nullable Double battery,
            @Nullable String flightStatus,
            @Nullable String deliveryId,
            @Nullable Instant seenAt) {}
}
