package io.dronedelivery.drone.mavlink;

import io.dronedelivery.contracts.drone.DroneTelemetry;
import io.dronedelivery.drone.domain.Known;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The autopilots that are heard, by system id. Not for several threads. */
public final class Autopilots {
    private final Map<Integer, Autopilot> bySystem = new HashMap<>();

    /** Takes in a frame of a drone's. A system id may pass from one drone to another. */
    public Optional<DroneTelemetry> hear(Frame frame, Known drone, Instant receivedAt) {
        Autopilot autopilot = bySystem.get(frame.system());
        if (autopilot == null || !autopilot.droneId().equals(drone.droneId())) {
            autopilot = Autopilot.resumed(drone);
            bySystem.put(frame.system(), autopilot);
        }
        return autopilot.hear(frame.message(), drone.mission(), receivedAt);
    }
}
