package io.dronedelivery.drone.domain;

import static java.util.Objects.requireNonNull;

import io.dronedelivery.contracts.Outcome;
import io.dronedelivery.contracts.Outcome.Granted;
import io.dronedelivery.contracts.Outcome.Refused;
import io.dronedelivery.contracts.Position;
import io.dronedelivery.contracts.Refusal;
import io.dronedelivery.contracts.drone.DroneStream;
import io.dronedelivery.contracts.drone.DroneTelemetry.FlightStatus;
import io.dronedelivery.contracts.drone.Fleet.Availability;
import io.dronedelivery.contracts.drone.Fleet.Base;
import io.dronedelivery.contracts.drone.Fleet.Flight;
import io.dronedelivery.contracts.drone.Fleet.Registration;
import io.dronedelivery.contracts.drone.Fleet.Reservation;
import io.dronedelivery.contracts.drone.Fleet.ReservationRequest;
import io.dronedelivery.contracts.drone.LinkLost;
import io.dronedelivery.contracts.drone.MissionReference;
import io.dronedelivery.drone.domain.Booking.State;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The whole fleet in memory: every call is one transaction. */
public final class InMemoryFleet implements Registry, Bookings, Sightings {
    private final Map<String, Base> bases = new TreeMap<>();
    private final Map<String, DroneState> drones = new TreeMap<>();
    private final Map<String, Map<Integer, Booking>> bookings = new HashMap<>();
    private final Map<MissionReference, ReservationRequest> requests = new HashMap<>();
    private final Set<String> inbox = new HashSet<>();
    private final Map<String, Long> toldSilent = new HashMap<>();
    private final Consumer<DroneStream> outbox;
    private long revision = 1;

    /** A fleet that publishes lost links there. */
    public InMemoryFleet(Consumer<DroneStream> outbox) {
        this.outbox = outbox;
    }

    @Override
    public synchronized Uni<Void> keep(String baseId, Base base) {
        bases.put(baseId, base);
        drones.replaceAll((_, drone) -> drone.registration().baseId().equals(baseId)
                ? change(drone, drone.registration(), drone.registeredAt(), drone.stand())
                : drone);
        return Uni.createFrom().voidItem();
    }

    @Override
    public synchronized Uni<Optional<Base>> base(String baseId) {
        return Uni.createFrom().item(Optional.ofNullable(bases.get(baseId)));
    }

    @Override
    public synchronized Uni<Outcome<DroneState>> register(String droneId, Registration registration, Instant now) {
        Base base = bases.get(registration.baseId());
        Integer systemId = registration.mavlinkSystemId();
        boolean taken = systemId != null
                && drones.values().stream()
                        .anyMatch(other -> !other.droneId().equals(droneId)
                                && systemId.equals(other.registration().mavlinkSystemId()));
        if (base == null || taken) {
            return Uni.createFrom().item(new Refused<>(Refusal.INVALID, "no such base, or the system id is taken"));
        }
        DroneState before = drones.get(droneId);
        DroneState after = before == null
                ? new DroneState(
                        droneId,
                        registration,
                        base.location(),
                        now,
                        base.location(),
                        null,
                        null,
                        null,
                        null,
                        revision++)
                : change(before, registration, now, before.sighting() == null ? base.location() : before.stand());
        drones.put(droneId, after);
        return Uni.createFrom().item(new Granted<>(after));
    }

    private DroneState change(DroneState drone, Registration registration, Instant registeredAt, Position stand) {
        return new DroneState(
                drone.droneId(),
                registration,
                base(registration),
                registeredAt,
                stand,
                drone.assignment(),
                drone.flight(),
                drone.endedAt(),
                drone.sighting(),
                revision++);
    }

    @Override
    public synchronized Uni<Optional<DroneState>> drone(String droneId) {
        return Uni.createFrom().item(Optional.ofNullable(drones.get(droneId)).map(this::goingHome));
    }

    @Override
    public synchronized Uni<List<DroneState>> drones() {
        return Uni.createFrom()
                .item(drones.values().stream().map(this::goingHome).toList());
    }

    @Override
    public synchronized Uni<Outcome<Reservation>> reserve(
            String deliveryId, int attempt, ReservationRequest request, Instant now) {
        Map<Integer, Booking> attempts = attempts(deliveryId);
        Optional<Outcome<Reservation>> answered = Booking.answered(attempt, List.copyOf(attempts.values()));
        if (answered.isPresent()) {
            return Uni.createFrom().item(answered.get());
        }
        end(deliveryId, 0, attempt, now);
        Outcome<Reservation> answer = choose(deliveryId, attempt, request, now);
        if (answer instanceof Granted<Reservation>(Reservation held)) {
            MissionReference mission = new MissionReference(deliveryId, attempt, false);
            requests.put(mission, request);
            assign(held.droneId(), mission, null, known(held.droneId()).endedAt());
        }
        State state = answer instanceof Granted ? State.RESERVED : State.REFUSED;
        attempts.put(attempt, new Booking(attempt, state, answer));
        return Uni.createFrom().item(answer);
    }

    private Outcome<Reservation> choose(String deliveryId, int attempt, ReservationRequest request, Instant now) {
        Collection<Position> homes = bases.values().stream().map(Base::location).toList();
        List<DroneState> lifting = drones.values().stream()
                .filter(drone -> drone.registration().airframe().payloadGramsMax() >= request.weightGrams())
                .toList();
        return lifting.stream()
                .filter(drone -> drone.availability(now) == Availability.FREE)
                .filter(drone -> FlightPlan.of(drone.stand(), request, homes)
                        .feasible(drone.registration().airframe(), drone.battery()))
                .map(drone -> new Candidate(
                        drone.droneId(),
                        drone.registration().airframe().cruiseSpeed(),
                        FlightPlan.of(drone.stand(), request, homes)))
                .filter(candidate -> candidate.inTime(request, now))
                .min(Candidate.bestFirst(request, now))
                .<Outcome<Reservation>>map(best -> new Granted<>(best.reservation(deliveryId, attempt, request, now)))
                .orElseGet(
                        () -> new NoDrone(!lifting.isEmpty(), lifting.stream().anyMatch(drone -> FlightPlan.of(
                                                base(drone.registration()), request, homes)
                                        .feasible(drone.registration().airframe(), 100)))
                                .refusal(request));
    }

    private Position base(Registration registration) {
        return requireNonNull(bases.get(registration.baseId())).location();
    }

    private DroneState goingHome(DroneState drone) {
        return bases.values().stream()
                .map(Base::location)
                .min(Comparator.comparingDouble(drone.stand()::metersTo))
                .map(drone::goingTo)
                .orElse(drone);
    }

    private DroneState known(String droneId) {
        return requireNonNull(drones.get(droneId));
    }

    private Map<Integer, Booking> attempts(String deliveryId) {
        return bookings.computeIfAbsent(deliveryId, _ -> new TreeMap<>());
    }

    private void end(String deliveryId, int from, int to, Instant now) {
        attempts(deliveryId).replaceAll((attempt, booking) -> {
            if (attempt < from || attempt > to || !booking.state().active()) {
                return booking;
            }
            if (booking.answer() instanceof Granted<Reservation>(Reservation held)) {
                DroneState drone = known(held.droneId());
                assign(held.droneId(), null, null, booking.state() == State.FLYABLE ? now : drone.endedAt());
            }
            return new Booking(attempt, State.ENDED, booking.answer());
        });
    }

    private void assign(
            String droneId, @Nullable MissionReference mission, @Nullable Flight flight, @Nullable Instant endedAt) {
        drones.computeIfPresent(droneId, (_, drone) -> drone.heldFor(mission, flight, endedAt, revision++));
    }

    @Override
    public synchronized Uni<Void> release(String deliveryId, int attempt, Instant now) {
        end(deliveryId, attempt, attempt, now);
        attempts(deliveryId).put(attempt, new Booking(attempt, State.ENDED, null));
        return Uni.createFrom().voidItem();
    }

    @Override
    public synchronized Uni<List<Booking>> of(String deliveryId) {
        return Uni.createFrom().item(List.copyOf(attempts(deliveryId).values()));
    }

    @Override
    public synchronized Uni<Void> apply(String eventId, Effect effect, Instant now) {
        if (inbox.add(eventId)) {
            String deliveryId = effect.deliveryId();
            int attempt = effect.attempt();
            switch (effect) {
                case Effect.Begin _ -> {
                    end(deliveryId, 0, attempt - 1, now);
                    begin(deliveryId, attempt);
                }
                case Effect.Overtake _ -> end(deliveryId, 0, attempt, now);
                case Effect.End _ -> {
                    end(deliveryId, 0, Integer.MAX_VALUE, now);
                    if (attempt > 0) {
                        attempts(deliveryId).putIfAbsent(attempt, new Booking(attempt, State.ENDED, null));
                    }
                }
            }
        }
        return Uni.createFrom().voidItem();
    }

    private void begin(String deliveryId, int attempt) {
        attempts(deliveryId).computeIfPresent(attempt, (_, booking) -> {
            if (booking.state() != State.RESERVED
                    || !(booking.answer() instanceof Granted<Reservation>(Reservation held))) {
                return booking;
            }
            MissionReference mission = new MissionReference(deliveryId, attempt, false);
            ReservationRequest request = requireNonNull(requests.get(mission));
            assign(
                    held.droneId(),
                    mission,
                    new Flight(mission, request.pickup(), request.dropoff(), request.weightGrams(), request.readyAt()),
                    known(held.droneId()).endedAt());
            return new Booking(attempt, State.FLYABLE, booking.answer());
        });
    }

    @Override
    public synchronized Uni<Changes> since(long mark) {
        List<DroneState> changed = drones.values().stream()
                .filter(drone -> drone.revision() >= mark)
                .map(this::goingHome)
                .toList();
        return Uni.createFrom().item(new Changes(revision, changed));
    }

    @Override
    public synchronized Uni<Void> store(List<Sighting> latest) {
        for (Sighting sighting : latest) {
            drones.computeIfPresent(sighting.droneId(), (_, drone) -> {
                Sighting kept = drone.sighting();
                return kept != null && kept.sequence() >= sighting.sequence() ? drone : seen(drone, sighting);
            });
        }
        return Uni.createFrom().voidItem();
    }

    /** Who stands elsewhere has another way home. */
    private DroneState seen(DroneState drone, Sighting sighting) {
        DroneState after = drone.seen(sighting);
        return after.stand().equals(drone.stand())
                ? after
                : change(after, drone.registration(), drone.registeredAt(), after.stand());
    }

    @Override
    public synchronized Uni<List<String>> tellSilent(List<String> droneIds, Instant heardBefore) {
        List<String> told = new ArrayList<>();
        for (String droneId : droneIds) {
            DroneState drone = drones.get(droneId);
            Sighting last = drone == null || drone.flight() == null ? null : drone.sighting();
            if (last != null
                    && last.flightStatus() == FlightStatus.AIRBORNE
                    && last.seenAt().isBefore(heardBefore)
                    && !Long.valueOf(last.sequence()).equals(toldSilent.put(droneId, last.sequence()))) {
                outbox.accept(new LinkLost(
                        droneId, last.sequence(), last.time(), known(droneId).assignment()));
                told.add(droneId);
            }
        }
        return Uni.createFrom().item(List.copyOf(told));
    }
}
