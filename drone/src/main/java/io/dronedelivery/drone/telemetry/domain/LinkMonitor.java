package io.dronedelivery.drone.telemetry.domain;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Notices drones that fell silent in flight. Not thread-safe: one call after the other. */
public final class LinkMonitor {

    /** A link is lost when nothing was heard for so long, though samples could have been taken in all the time. */
    public static final Duration LOST_AFTER = Duration.ofSeconds(60);

    private final Telemetry telemetry;
    private final TelemetryStore telemetryStore;
    private final InstantSource clock;
    private Instant listeningSince;
    private Instant watchedAt;

    public LinkMonitor(Telemetry telemetry, TelemetryStore telemetryStore, InstantSource clock) {
        this.telemetry = telemetry;
        this.telemetryStore = telemetryStore;
        this.clock = clock;
        this.listeningSince = clock.instant();
        this.watchedAt = listeningSince;
    }

    /** Publishes LinkLost of each drone that fell silent; returns their ids. To be called periodically. */
    public Uni<List<String>> watch() {
        Instant heardBefore = clock.instant().minus(LOST_AFTER);
        List<String> silent = listeningSince().isAfter(heardBefore) ? List.of() : telemetry.silentSince(heardBefore);
        return silent.isEmpty() ? Uni.createFrom().item(silent) : telemetryStore.publishLostLinks(silent, heardBefore);
    }

    /** A process that stood still for as long, or could not publish what it heard, has not listened. */
    private Instant listeningSince() {
        Instant now = clock.instant();
        if (watchedAt.plus(LOST_AFTER).isBefore(now)) {
            listeningSince = now;
        }
        watchedAt = now;
        return telemetry.unpublishedAt().isAfter(listeningSince) ? telemetry.unpublishedAt() : listeningSince;
    }
}
