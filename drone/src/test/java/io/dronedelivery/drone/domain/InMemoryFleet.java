package io.dronedelivery.drone.domain;

import static java.util.Objects.requireNonNull;

import io.dronedelivery.contracts.Outcome;
import io.dronedelivery.contracts.drone.DroneStream;
import io.dronedelivery.contracts.drone.DroneTelemetry.FlightStatus;
import io.dronedelivery.contracts.drone.Fleet.Base;
import io.dronedelivery.contracts.drone.Fleet.Registration;
import io.dronedelivery.contracts.drone.Fleet.Reservation;
import io.dronedelivery.contracts.drone.Fleet.ReservationRequest;
import io.dronedelivery.contracts.drone.Fleet.WrittenOff;
import io.dronedelivery.contracts.drone.FlightStopped;
import io.dronedelivery.contracts.drone.LinkLost;
import io.dronedelivery.contracts.drone.MissionReference;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The whole fleet in memory: every call is one transaction. */
public final class InMemoryFleet implements Registry, Bookings, Sightings {
    private final InMemoryDrones drones = new InMemoryDrones();
    private final InMemoryBookings bookings = new InMemoryBookings(drones);
    private final Map<String, Long> toldSilent = new HashMap<>();
    private final Consumer<DroneStream> outbox;

    /** A fleet that publishes lost links and stopped flights there. */
    public InMemoryFleet(Consumer<DroneStream> outbox) {
        this.outbox = outbox;
    }

    @Override
    public synchronized Uni<Void> keep(String baseId, Base base) {
        drones.keep(baseId, base);
        return Uni.createFrom().voidItem();
    }

    @Override
    public synchronized Uni<Optional<Base>> base(String baseId) {
        return Uni.createFrom().item(drones.base(baseId));
    }

    @Override
    public synchronized Uni<Outcome<DroneState>> register(String droneId, Registration registration, Instant now) {
        return Uni.createFrom().item(drones.register(droneId, registration, now));
    }

    @Override
    public synchronized Uni<Boolean> writeOff(String droneId, WrittenOff lost) {
        bookings.lose(droneId, lost.at());
        return Uni.createFrom().item(drones.writeOff(droneId, lost));
    }

    @Override
    public synchronized Uni<Optional<DroneState>> drone(String droneId) {
        return Uni.createFrom().item(drones.find(droneId).map(bookings::complete));
    }

    @Override
    public synchronized Uni<List<DroneState>> drones() {
        return Uni.createFrom()
                .item(drones.all().stream().map(bookings::complete).toList());
    }

    @Override
    public synchronized Uni<Outcome<Reservation>> reserve(
            String deliveryId, int attempt, ReservationRequest request, Instant now) {
        return Uni.createFrom().item(bookings.reserve(deliveryId, attempt, request, now));
    }

    @Override
    public synchronized Uni<Void> recall(String deliveryId, int attempt, Instant now) {
        bookings.recall(deliveryId, attempt, now);
        return Uni.createFrom().voidItem();
    }

    @Override
    public synchronized Uni<Void> release(String deliveryId, int attempt, Instant now) {
        bookings.release(deliveryId, attempt, now);
        return Uni.createFrom().voidItem();
    }

    @Override
    public synchronized Uni<List<Booking>> of(String deliveryId) {
        return Uni.createFrom().item(bookings.of(deliveryId));
    }

    @Override
    public synchronized Uni<Void> apply(String eventId, Effect effect, Instant now) {
        bookings.apply(eventId, effect, now);
        return Uni.createFrom().voidItem();
    }

    @Override
    public synchronized Uni<Changes> since(long mark) {
        List<DroneState> changed = drones.all().stream()
                .filter(drone -> drone.revision() >= mark)
                .map(bookings::complete)
                .toList();
        return Uni.createFrom().item(new Changes(drones.revision(), changed));
    }

    @Override
    public synchronized Uni<Void> store(List<Sighting> latest) {
        latest.forEach(drones::see);
        return Uni.createFrom().voidItem();
    }

    @Override
    public synchronized Uni<Void> noteParcels(Set<MissionReference> missions) {
        missions.forEach(bookings::noteParcel);
        return Uni.createFrom().voidItem();
    }

    @Override
    public synchronized Uni<List<String>> tellSilent(List<String> droneIds, Instant heardBefore) {
        List<String> told = new ArrayList<>();
        for (String droneId : droneIds) {
            drones.find(droneId)
                    .filter(drone -> drone.duty().flight() != null && isSilent(drone.sighting(), heardBefore))
                    .ifPresent(drone -> {
                        outbox.accept(lost(drone));
                        told.add(droneId);
                    });
        }
        return Uni.createFrom().item(List.copyOf(told));
    }

    private boolean isSilent(@Nullable Sighting last, Instant heardBefore) {
        return last != null
                && last.flightStatus() == FlightStatus.AIRBORNE
                && last.seenAt().isBefore(heardBefore)
                && !Long.valueOf(last.sequence()).equals(toldSilent.put(last.droneId(), last.sequence()));
    }

    private static LinkLost lost(DroneState drone) {
        Sighting last = requireNonNull(drone.sighting());
        return new LinkLost(drone.droneId(), last.sequence(), last.time(), drone.assignment());
    }

    @Override
    public synchronized Uni<Optional<FlightStopped>> tellStopped(FlightStopped stopped, Instant now) {
        Optional<FlightStopped> told = bookings.stop(stopped, now);
        told.ifPresent(outbox);
        return Uni.createFrom().item(told);
    }
}
