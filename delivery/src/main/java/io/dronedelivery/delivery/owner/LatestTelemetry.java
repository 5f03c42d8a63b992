package io.dronedelivery.delivery.owner;

import io.dronedelivery.contracts.drone.DroneStream;
import io.dronedelivery.contracts.drone.DroneTelemetry;
import io.dronedelivery.contracts.drone.MissionReference;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The latest telemetry of each delivery that this instance consumes, to show its owner where the drone is. It is in memory
 * only: no rule uses it, and after a restart the next sample of a drone is seconds away.
 */
@Singleton
public class LatestTelemetry {
    private static final int DELIVERIES_MAX = 50_000;
    private static final float LOAD_FACTOR = 0.75f;

    /** After so long without a sample, another instance may have heard a later one: partitions move. */
    private static final Duration CURRENT_FOR = Duration.ofSeconds(3);

    /** A sample, and when it was consumed. */
    private record Heard(DroneTelemetry telemetry, long nanoTime) {}

    private final Map<String, Heard> latest = new LinkedHashMap<>(1024, LOAD_FACTOR, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Heard> eldest) {
            return size() > DELIVERIES_MAX;
        }
    };

    private long heardAt = System.nanoTime() - CURRENT_FOR.toNanos();

    public synchronized void add(List<DroneStream> messages) {
        long now = System.nanoTime();
        for (DroneStream message : messages) {
            MissionReference mission = message.mission();
            if (message instanceof DroneTelemetry seen && mission != null && seen.position() != null) {
                heardAt = now;
                latest.merge(mission.deliveryId(), new Heard(seen, now), LatestTelemetry::later);
            }
        }
    }

    /** Whether any was heard a moment ago. */
    synchronized boolean isCurrent() {
        return System.nanoTime() - heardAt < CURRENT_FOR.toNanos();
    }

    synchronized Optional<DroneTelemetry> latest(String deliveryId) {
        return Optional.ofNullable(latest.get(deliveryId)).map(Heard::telemetry);
    }

    /** The latest, if nobody else can have heard a later one. */
    synchronized Optional<DroneTelemetry> current(String deliveryId) {
        return Optional.ofNullable(latest.get(deliveryId))
                .filter(heard -> System.nanoTime() - heard.nanoTime() < CURRENT_FOR.toNanos())
                .map(Heard::telemetry);
    }

    private static Heard later(Heard known, Heard seen) {
        return later(known.telemetry(), seen.telemetry()) == known.telemetry() ? known : seen;
    }

    /** The later of two samples of one delivery. */
    static DroneTelemetry later(DroneTelemetry known, DroneTelemetry seen) {
        int attempt = attempt(seen) - attempt(known);
        return attempt > 0 || attempt == 0 && seen.sequence() > known.sequence() ? seen : known;
    }

    private static int attempt(DroneTelemetry seen) {
        return seen.mission() == null ? 0 : seen.mission().attempt();
    }
}
