package io.dronedelivery.drone.telemetry.domain;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Notices drones that fell silent in flight. Not thread-safe: one call after the other. */
public final class LinkMonitor {

    /** A link is lost when nothing was heard for so long, though samples could have been taken in all the time. */
    public static final Duration LOST_AFTER = Duration.ofSeconds(60);

    /** How long to wait before the database is asked again about a drone that is still silent here. */
    static final Duration ASK_AGAIN_AFTER = Duration.ofSeconds(5);

    private final Telemetry telemetry;
    private final TelemetryStore telemetryStore;
    private final InstantSource clock;
    private final Map<String, Instant> askedAt = new HashMap<>();
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
        Instant now = clock.instant();
        Instant heardBefore = now.minus(LOST_AFTER);
        List<String> silent = listeningSince(now).isAfter(heardBefore) ? List.of() : telemetry.silentSince(heardBefore);
        askedAt.keySet().retainAll(Set.copyOf(silent));
        List<String> due = silent.stream()
                .filter(droneId -> !askedAt.getOrDefault(droneId, Instant.MIN).isAfter(now.minus(ASK_AGAIN_AFTER)))
                .toList();
        return due.isEmpty()
                ? Uni.createFrom().item(due)
                : telemetryStore
                        .publishLostLinks(due, heardBefore)
                        .invoke(() -> due.forEach(droneId -> askedAt.put(droneId, now)));
    }

    /** A process that stood still for as long, or could not publish what it heard, has not listened. */
    private Instant listeningSince(Instant now) {
        if (watchedAt.plus(LOST_AFTER).isBefore(now)) {
            listeningSince = now;
        }
        watchedAt = now;
        return telemetry.unpublishedAt().isAfter(listeningSince) ? telemetry.unpublishedAt() : listeningSince;
    }
}
