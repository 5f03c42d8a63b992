package io.dronedelivery.drone.telemetry.domain;

import io.dronedelivery.contracts.drone.DroneTelemetry;
import io.dronedelivery.contracts.drone.Fleet.Order;
import io.dronedelivery.contracts.drone.Fleet.RefusedSample;
import io.dronedelivery.contracts.drone.Fleet.TelemetryAnswer;
import io.dronedelivery.contracts.drone.Fleet.TelemetryBatch;
import io.dronedelivery.contracts.drone.FlightStopped;
import io.dronedelivery.contracts.drone.MissionReference;
import io.dronedelivery.contracts.drone.SetAside;
import io.dronedelivery.drone.mission.domain.MissionStep;
import io.dronedelivery.drone.mission.domain.MissionStore;
import io.dronedelivery.drone.registry.domain.DroneState;
import io.dronedelivery.drone.registry.domain.KnownFleet;
import io.dronedelivery.drone.report.domain.LastReport;
import io.dronedelivery.drone.report.domain.RejectedReportLog;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Takes the drones' samples in, publishes them, and answers with each drone's order. It answers out of memory: {@link
 * #refresh} fetches what others have changed, and {@link #save} stores the reports. Both are called periodically.
 */
public final class Telemetry {
    private final FleetCache cache;
    private final TelemetryStore telemetryStore;
    private final MissionStore missions;
    private final LocationStream stream;
    private final RejectedReportLog rejected;
    private final InstantSource clock;
    private volatile Instant unpublishedAt = Instant.MIN;

    /** A sample that could not be read, but for its drone. */
    public record Malformed(String droneId, String detail) {}

    /** Telemetry that writes what it learns of the drones to <code>fleet</code>. */
    public Telemetry(
            KnownFleet fleet,
            TelemetryStore telemetryStore,
            MissionStore missions,
            LocationStream stream,
            RejectedReportLog rejected,
            InstantSource clock) {
        this.cache = new FleetCache(fleet);
        this.telemetryStore = telemetryStore;
        this.missions = missions;
        this.stream = stream;
        this.rejected = rejected;
        this.clock = clock;
    }

    /**
     * Publishes the accepted samples in their order; completes when the stream has them. The samples are valid, each field by
     * itself. Those of drones that are not registered are dropped, and their ids are in the answer.
     */
    public Uni<TelemetryAnswer> take(TelemetryBatch batch) {
        return take(batch, List.of());
    }

    /** The same, of a batch that had further samples, which could not be read. */
    public Uni<TelemetryAnswer> take(TelemetryBatch batch, List<Malformed> malformed) {
        List<DroneTelemetry> samples = batch.samples();
        boolean allKnown = Stream.concat(
                        samples.stream().map(DroneTelemetry::droneId),
                        malformed.stream().map(Malformed::droneId))
                .allMatch(cache::knows);
        Uni<Void> refreshed = allKnown ? Uni.createFrom().voidItem() : refresh().replaceWithVoid();
        return refreshed.chain(() -> {
            malformed.forEach(this::reject);
            BatchCheck check = cache.check(samples, clock.instant());
            return stream.publish(check.published())
                    .onFailure()
                    .invoke(() -> unpublishedAt = clock.instant())
                    .chain(() -> noteParcels(check))
                    .chain(() -> note(check, Boolean.TRUE.equals(batch.more())))
                    .map(_ -> answer(samples, check));
        });
    }

    private void reject(Malformed sample) {
        if (cache.knows(sample.droneId())) {
            rejected.note(
                    sample.droneId(), new SetAside(SetAside.Reason.MALFORMED, sample.detail(), clock.instant(), null));
        }
    }

    /** The drone with that MAVLink system id, if one is registered: out of memory. */
    public Uni<Optional<DroneState>> bySystemId(int mavlinkSystemId) {
        return Uni.createFrom().item(cache.bySystemId(mavlinkSystemId));
    }

    /** Fetches what changed of the drones: registrations, reservations, missions. Tells whether anything did. */
    public Uni<Boolean> refresh() {
        return telemetryStore.since(cache.mark()).invoke(cache::apply).map(changes -> !changes.drones()
                .isEmpty());
    }

    /** Stores the reports since the last time. What can't be stored now is stored later. */
    public Uni<Void> save() {
        return store(cache.unsaved()).eventually(rejected::save);
    }

    /** When samples last came in and could not be published. */
    Instant unpublishedAt() {
        return unpublishedAt;
    }

    /** The drones in the air on a mission that were last heard before that time. */
    List<String> silentSince(Instant time) {
        return cache.silentSince(time);
    }

    /** The withdrawn missions whose drones have certainly stopped, by all that is in the stream. */
    List<FlightStopped> stopped() {
        return cache.stopped();
    }

    /** Which drones had a parcel is stored before they are answered: they forget it then. */
    private Uni<Void> noteParcels(BatchCheck check) {
        Set<MissionReference> parcels = cache.parcels(check);
        return parcels.isEmpty()
                ? Uni.createFrom().voidItem()
                : Uni.join()
                        .all(parcels.stream().map(this::noteParcel).toList())
                        .andFailFast()
                        .chain(this::refresh)
                        .replaceWithVoid();
    }

    private Uni<Void> noteParcel(MissionReference mission) {
        return missions.change(
                        mission.deliveryId(),
                        clock.instant(),
                        before -> MissionStep.withoutEvents(before.load(mission.attempt())))
                .replaceWithVoid();
    }

    /** What changes the use of a drone is stored at once, so that reservations see it. */
    private Uni<Void> note(BatchCheck check, boolean more) {
        check.note(rejected);
        // a failure to store is no failure of the request: the samples are in the stream, and the next save tries again
        return store(cache.note(check, more))
                .onFailure()
                .recoverWithNull()
                .chain(rejected::save)
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> store(List<LastReport> latest) {
        return latest.isEmpty()
                ? Uni.createFrom().voidItem()
                : telemetryStore.store(latest).invoke(() -> cache.saved(latest));
    }

    private TelemetryAnswer answer(List<DroneTelemetry> samples, BatchCheck check) {
        List<String> drones =
                samples.stream().map(DroneTelemetry::droneId).distinct().toList();
        List<Order> orders = drones.stream()
                .flatMap(droneId -> cache.find(droneId).stream())
                .map(DroneState::order)
                .toList();
        List<String> unknown =
                drones.stream().filter(droneId -> !cache.knows(droneId)).toList();
        return new TelemetryAnswer(orders, unknown, refused(check));
    }

    private static List<RefusedSample> refused(BatchCheck check) {
        return check.rejected().entrySet().stream()
                .map(refused ->
                        new RefusedSample(refused.getKey(), refused.getValue().detail()))
                .toList();
    }
}
