package io.dronedelivery.contracts.drone;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A message on <code>drone.telemetry</code>, keyed by droneId: the drone location stream. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(DroneTelemetry.class),
    @JsonSubTypes.Type(LinkLost.class),
    @JsonSubTypes.Type(FlightStopped.class)
})
public sealed interface DroneStream permits DroneTelemetry, LinkLost, FlightStopped {
    String droneId();

    /** Orders a drone's messages, whatever its clock does: strictly increasing over its life. */
    long sequence();

    /** By the drone's own clock, which may step. */
    Instant time();

    @Nullable
    MissionReference mission();
}
