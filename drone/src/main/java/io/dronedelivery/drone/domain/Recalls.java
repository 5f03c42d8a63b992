package io.dronedelivery.drone.domain;

import io.dronedelivery.contracts.drone.FlightStopped;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.InstantSource;
import java.util.List;

/** Notices that drones have given up what was withdrawn from them, and says so. */
public final class Recalls {
    private final Telemetry telemetry;
    private final Sightings sightings;
    private final InstantSource clock;

    public Recalls(Telemetry telemetry, Sightings sightings, InstantSource clock) {
        this.telemetry = telemetry;
        this.sightings = sightings;
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
                .transformToUniAndConcatenate(flight -> sightings.tellStopped(flight, clock.instant()))
                .collect()
                .asList()
                .call(telemetry::refresh)
                .map(told ->
                        told.stream().flatMap(published -> published.stream()).toList());
    }
}
