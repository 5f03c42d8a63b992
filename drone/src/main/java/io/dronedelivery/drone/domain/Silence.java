package io.dronedelivery.drone.domain;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Notices drones that fell silent in flight. Not thread-safe: one round after the other. */
public final class Silence {

    /** Nothing heard for so long, at a door that was open as long, is a lost link. */
    public static final Duration LOST_AFTER = Duration.ofSeconds(60);

    private final Telemetry telemetry;
    private final Sightings sightings;
    private final InstantSource clock;
    private Instant openSince;
    private Instant watchedAt;

    public Silence(Telemetry telemetry, Sightings sightings, InstantSource clock) {
        this.telemetry = telemetry;
        this.sightings = sightings;
        this.clock = clock;
        this.openSince = clock.instant();
        this.watchedAt = openSince;
    }

    /** Publishes LinkLost of each drone that fell silent; returns their ids. To be called again and again. */
    public Uni<List<String>> watch() {
        Instant heardBefore = clock.instant().minus(LOST_AFTER);
        List<String> silent = openSince().isAfter(heardBefore) ? List.of() : telemetry.silentSince(heardBefore);
        return silent.isEmpty() ? Uni.createFrom().item(silent) : sightings.tellSilent(silent, heardBefore);
    }

    /** Whoever stood still for as long itself, or could not publish what it heard, has not listened. */
    private Instant openSince() {
        Instant now = clock.instant();
        if (watchedAt.plus(LOST_AFTER).isBefore(now)) {
            openSince = now;
        }
        watchedAt = now;
        return telemetry.closedAt().isAfter(openSince) ? telemetry.closedAt() : openSince;
    }
}
