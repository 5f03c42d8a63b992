package io.dronedelivery.contracts.drone;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Nothing was heard of a drone for a minute while the drone service was listening.
 *
 * @param sequence that of its last telemetry: nothing came after
 * @param time its last telemetry's
 */
public record LinkLost(
        String droneId,
        long sequence,
        Instant time,
        @Nullable MissionReference mission) implements DroneStream {}
