package io.dronedelivery.drone.domain;

import io.dronedelivery.contracts.drone.FlightStopped;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Notices that drones have given up what was withdrawn from them, and says so. */
public final class Recalls {
    private final Telemetry telemetry;
    private final MissionStore missions;
    private final InstantSource clock;

    public Recalls(Telemetry telemetry, MissionStore missions, InstantSource clock) {
        this.telemetry = telemetry;
        this.missions = missions;
        this.clock = clock;
    }

    /** Publishes FlightStopped of each mission that has become certain to be over. To be called again and again. */
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
