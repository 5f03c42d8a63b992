package io.dronedelivery.delivery.owner;

import io.dronedelivery.contracts.drone.DroneStream;
import io.dronedelivery.contracts.drone.DroneTelemetry;
import io.dronedelivery.contracts.drone.MissionReference;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The latest telemetry of each delivery, to show its owner where the drone is. It is in memory only: no rule uses it, and
 * after a restart the next sample of a drone is seconds away.
 */
@Singleton
public class LatestTelemetry {
    private static final int DELIVERIES_MAX = 50_000;
    private static final float LOAD_FACTOR = 0.75f;

    private final Map<String, DroneTelemetry> latest = new LinkedHashMap<>(1024, LOAD_FACTOR, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, DroneTelemetry> eldest) {
            return size() > DELIVERIES_MAX;
        }
    };

    public synchronized void add(List<DroneStream> messages) {
        for (DroneStream message : messages) {
            MissionReference mission = message.mission();
            if (message instanceof DroneTelemetry seen && mission != null && seen.position() != null) {
                latest.merge(mission.deliveryId(), seen, LatestTelemetry::later);
            }
        }
    }

    synchronized Optional<DroneTelemetry> latest(String deliveryId) {
        return Optional.ofNullable(latest.get(deliveryId));
    }

    private static DroneTelemetry later(DroneTelemetry known, DroneTelemetry seen) {
        int attempt = attempt(seen) - attempt(known);
        return attempt > 0 || attempt == 0 && seen.sequence() > known.sequence() ? seen : known;
    }

    private static int attempt(DroneTelemetry seen) {
        return seen.mission() == null ? 0 : seen.mission().attempt();
    }
}
