package io.dronedelivery.drone.telemetry.domain;

import io.dronedelivery.contracts.drone.FlightStopped;
import io.dronedelivery.drone.mission.domain.MissionStore;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Notices that drones have stopped flying withdrawn missions, and publishes it. */
public final class StopMonitor {
    private final Telemetry telemetry;
    private final MissionStore missions;
    private final InstantSource clock;

    public StopMonitor(Telemetry telemetry, MissionStore missions, InstantSource clock) {
        this.telemetry = telemetry;
        this.missions = missions;
        this.clock = clock;
    }

    /** Publishes FlightStopped of each mission whose drone has certainly stopped. To be called periodically. */
    public Uni<List<FlightStopped>> watch() {
        List<FlightStopped> stopped = telemetry.stopped();
        return stopped.isEmpty() ? Uni.createFrom().item(stopped) : tell(stopped);
    }

    private Uni<List<FlightStopped>> tell(List<FlightStopped> stopped) {
        return Multi.createFrom()
                .iterable(stopped)
                .onItem()
                .transformToUniAndConcatenate(flight -> stop(flight, clock.instant()))
                .collect()
                .asList()
                .call(telemetry::refresh)
                .map(told -> told.stream().flatMap(List::stream).toList());
    }

    private Uni<List<FlightStopped>> stop(FlightStopped flight, Instant now) {
        return missions.change(flight.mission().deliveryId(), now, before -> before.stop(flight, now));
    }
}
