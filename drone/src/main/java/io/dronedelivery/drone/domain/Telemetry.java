package io.dronedelivery.drone.domain;

import io.dronedelivery.contracts.drone.DroneTelemetry;
import io.dronedelivery.contracts.drone.Fleet.Order;
import io.dronedelivery.contracts.drone.Fleet.RefusedSample;
import io.dronedelivery.contracts.drone.Fleet.TelemetryAnswer;
import io.dronedelivery.contracts.drone.Fleet.TelemetryBatch;
import io.dronedelivery.contracts.drone.FlightStopped;
import io.dronedelivery.contracts.drone.MissionReference;
import io.dronedelivery.contracts.drone.SetAside;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Takes the drones' samples in, publishes them, and tells each drone what to do. Answers out of memory: what others
 * change is fetched by {@link #refresh}, what was seen is stored by {@link #save}, both called again and again.
 */
public final class Telemetry {
    private final LivePicture picture = new LivePicture();
    private final Sightings sightings;
    private final MissionStore missions;
    private final LocationStream stream;
    private final SetAsideLog setAside;
    private final InstantSource clock;
    private volatile Instant closedAt = Instant.MIN;

    public Telemetry(
            Sightings sightings,
            MissionStore missions,
            LocationStream stream,
            SetAsideLog setAside,
            InstantSource clock) {
        this.sightings = sightings;
        this.missions = missions;
        this.stream = stream;
        this.setAside = setAside;
        this.clock = clock;
    }

    /**
     * Publishes the plausible samples in their order; done once they are stored in the stream. Samples are taken to be valid:
     * see {@link Checks#sample}. Those of drones that are not registered are dropped, and their ids answered.
     */
    public Uni<TelemetryAnswer> take(TelemetryBatch batch) {
        List<DroneTelemetry> samples = batch.samples();
        boolean strangers = samples.stream().anyMatch(sample -> !picture.knows(sample.droneId()));
        Uni<Void> acquainted = strangers ? refresh() : Uni.createFrom().voidItem();
        return acquainted.chain(() -> {
            Review review = picture.review(samples, clock.instant());
            return stream.publish(review.published())
                    .onFailure()
                    .invoke(() -> closedAt = clock.instant())
                    .chain(() -> noteParcels(review.published()))
                    .chain(() -> note(review, Boolean.TRUE.equals(batch.more())))
                    .map(_ -> answer(samples, review));
        });
    }

    /** Notes that a sample could not be read that says it is of that drone; it is kept by the next {@link #take} at the latest. */
    public void setAsideMalformed(String droneId, String detail) {
        if (picture.knows(droneId)) {
            setAside.note(droneId, new SetAside(SetAside.Reason.MALFORMED, detail, clock.instant(), null));
        }
    }

    /** The drone with that MAVLink system id, if one is registered: out of memory. */
    public Uni<Optional<Known>> bySystemId(int mavlinkSystemId) {
        return Uni.createFrom().item(picture.bySystemId(mavlinkSystemId).map(Known::of));
    }

    /** Fetches what changed of the drones: registrations, reservations, missions. */
    public Uni<Void> refresh() {
        return sightings.since(picture.mark()).invoke(picture::apply).replaceWithVoid();
    }

    /** Stores what was seen since the last time. What can't be stored now stays, to be stored later. */
    public Uni<Void> save() {
        return store(picture.unsaved()).eventually(setAside::save);
    }

    /** When the door was last found closed: samples came, and could not be published. */
    Instant closedAt() {
        return closedAt;
    }

    /** The drones in the air on a mission that were last heard of before that time. */
    List<String> silentSince(Instant time) {
        return picture.silentSince(time);
    }

    /** The withdrawn missions that their drones certainly do not fly any further, by all that is in the stream. */
    List<FlightStopped> stopped() {
        return picture.stopped();
    }

    /** Must be kept before the drone forgets it. */
    private Uni<Void> noteParcels(List<DroneTelemetry> samples) {
        Set<MissionReference> parcels = picture.parcels(samples);
        return parcels.isEmpty()
                ? Uni.createFrom().voidItem()
                : Uni.join()
                        .all(parcels.stream().map(this::noteParcel).toList())
                        .andFailFast()
                        .chain(this::refresh);
    }

    private Uni<Void> noteParcel(MissionReference mission) {
        return missions.change(
                        mission.deliveryId(),
                        clock.instant(),
                        before -> MissionStep.silently(before.load(mission.attempt())))
                .replaceWithVoid();
    }

    /** What changes the use of a drone is stored at once, so that reservations see it. */
    private Uni<Void> note(Review review, boolean more) {
        review.note(setAside);
        // that it could not be stored concerns nobody here: the samples are in the stream, the next save tries again
        return store(picture.note(review, more))
                .onFailure()
                .recoverWithNull()
                .chain(setAside::save)
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> store(List<Sighting> latest) {
        return latest.isEmpty()
                ? Uni.createFrom().voidItem()
                : sightings.store(latest).invoke(() -> picture.saved(latest));
    }

    private TelemetryAnswer answer(List<DroneTelemetry> samples, Review review) {
        List<String> drones =
                samples.stream().map(DroneTelemetry::droneId).distinct().toList();
        List<Order> orders = drones.stream()
                .flatMap(droneId -> picture.find(droneId).stream())
                .map(DroneState::order)
                .toList();
        List<String> unknown =
                drones.stream().filter(droneId -> !picture.knows(droneId)).toList();
        return new TelemetryAnswer(orders, unknown, refused(review));
    }

    private static List<RefusedSample> refused(Review review) {
        return review.refused().entrySet().stream()
                .map(refused ->
                        new RefusedSample(refused.getKey(), refused.getValue().detail()))
                .toList();
    }
}
