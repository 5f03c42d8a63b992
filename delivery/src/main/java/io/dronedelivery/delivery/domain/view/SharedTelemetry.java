package io.dronedelivery.delivery.domain.view;

import io.dronedelivery.contracts.drone.DroneTelemetry;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The latest telemetry of deliveries that owners look at, shared by all instances: each consumes only a part of the location
 * stream. Only what somebody asks for is shared, so that it costs nothing where nobody looks.
 */
public interface SharedTelemetry {

    /** The latest that another instance has offered. Whoever consumes it offers it for the next half minute. */
    Uni<Optional<DroneTelemetry>> ask(String deliveryId);

    /** The deliveries that were asked for within the last half minute. */
    Uni<Set<String>> asked();

    /** Offers the latest telemetry of deliveries that were asked for. An older one never replaces a later one. */
    Uni<Void> offer(List<DroneTelemetry> latest);
}
