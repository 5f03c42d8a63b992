package io.dronedelivery.drone.domain;

import io.dronedelivery.contracts.Outcome;
import io.dronedelivery.contracts.Outcome.Granted;
import io.dronedelivery.contracts.Position;
import io.dronedelivery.contracts.drone.Fleet.Availability;
import io.dronedelivery.contracts.drone.Fleet.Reservation;
import io.dronedelivery.contracts.drone.Fleet.ReservationRequest;
import io.dronedelivery.contracts.drone.FlightStopped;
import io.dronedelivery.contracts.drone.FlightStopped.Because;
import io.dronedelivery.contracts.drone.MissionReference;
import io.dronedelivery.drone.domain.Booking.State;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What the drones of a fleet in memory are held for, and were. */
final class InMemoryBookings {
    private static final int EVERY_ATTEMPT = Integer.MAX_VALUE;

    private final InMemoryDrones drones;
    private final Map<String, TreeMap<Integer, InMemoryBooking>> bookings = new HashMap<>();
    private final Set<String> inbox = new HashSet<>();

    InMemoryBookings(InMemoryDrones drones) {
        this.drones = drones;
    }

    private TreeMap<Integer, InMemoryBooking> attempts(String deliveryId) {
        return bookings.computeIfAbsent(deliveryId, _ -> new TreeMap<>());
    }

    List<Booking> of(String deliveryId) {
        return attempts(deliveryId).values().stream()
                .map(booking ->
                        booking.view(booking.droneId().flatMap(drones::find).map(DroneState::sighting)))
                .toList();
    }

    /** The drone with all that the bookings say of it. */
    DroneState complete(DroneState drone) {
        Duty duty = drone.duty();
        List<Withdrawal> withdrawn = bookings.values().stream()
                .flatMap(attempts -> attempts.values().stream())
                .filter(booking -> booking.pending() && booking.heldBy(drone.droneId()))
                .map(InMemoryBooking::withdrawal)
                .toList();
        return drone.with(new Duty(
                duty.assignment(),
                duty.flight(),
                duty.assignment() != null && withheld(duty.assignment()),
                duty.endedAt(),
                withdrawn));
    }

    private boolean withheld(MissionReference mission) {
        return attempts(mission.deliveryId()).headMap(mission.attempt()).values().stream()
                .anyMatch(InMemoryBooking::withholds);
    }

    Outcome<Reservation> reserve(String deliveryId, int attempt, ReservationRequest request, Instant now) {
        List<Booking> seen = of(deliveryId);
        Optional<Outcome<Reservation>> answered = Booking.answered(attempt, seen);
        if (answered.isPresent()) {
            return answered.get();
        }
        Outcome<Reservation> answer = Booking.pickedUp(seen).orElseGet(() -> {
            end(deliveryId, 0, attempt, now, true);
            return choose(deliveryId, attempt, request, now);
        });
        MissionReference mission = new MissionReference(deliveryId, attempt, false);
        if (answer instanceof Granted<Reservation>(Reservation held)) {
            drones.change(held.droneId(), duty -> new Duty(mission, null, false, duty.endedAt(), List.of()));
        }
        State state = answer instanceof Granted ? State.RESERVED : State.REFUSED;
        attempts(deliveryId).put(attempt, new InMemoryBooking(mission, state, request, answer));
        return answer;
    }

    private Outcome<Reservation> choose(String deliveryId, int attempt, ReservationRequest request, Instant now) {
        Collection<Position> homes = drones.homes();
        List<DroneState> lifting = drones.all().stream()
                .filter(drone -> drone.registration().airframe().payloadGramsMax() >= request.weightGrams())
                .toList();
        return lifting.stream()
                .filter(drone -> complete(drone).availabilityFor(deliveryId, now) == Availability.FREE)
                .filter(drone -> FlightPlan.of(drone.stand(), request, homes)
                        .feasible(drone.registration().airframe(), drone.battery()))
                .map(drone -> new Candidate(
                        drone.droneId(),
                        drone.registration().airframe().cruiseSpeed(),
                        FlightPlan.of(drone.stand(), request, homes)))
                .filter(candidate -> candidate.inTime(request, now))
                .min(Candidate.bestFirst(request, now))
                .<Outcome<Reservation>>map(best -> new Granted<>(best.reservation(deliveryId, attempt, request, now)))
                .orElseGet(() -> new NoDrone(
                                !lifting.isEmpty(), lifting.stream().anyMatch(drone -> reaches(drone, request, homes)))
                        .refusal(request));
    }

    private boolean reaches(DroneState drone, ReservationRequest request, Collection<Position> homes) {
        return FlightPlan.of(drones.base(drone.registration()), request, homes)
                .feasible(drone.registration().airframe(), 100);
    }

    void recall(String deliveryId, int attempt, Instant now) {
        InMemoryBooking booking = attempts(deliveryId).get(attempt);
        if (booking == null) {
            attempts(deliveryId).put(attempt, fence(deliveryId, attempt));
            return;
        }
        booking.recall(now);
        orderHome(booking);
    }

    /** Its drone is still held, but ordered nothing any more. */
    private void orderHome(InMemoryBooking booking) {
        booking.droneId()
                .ifPresent(droneId -> drones.change(
                        droneId,
                        duty -> booking.mission.equals(duty.assignment())
                                ? new Duty(duty.assignment(), null, false, duty.endedAt(), List.of())
                                : duty));
    }

    void release(String deliveryId, int attempt, Instant now) {
        end(deliveryId, attempt, attempt, now, true);
        attempts(deliveryId)
                .computeIfAbsent(attempt, _ -> fence(deliveryId, attempt))
                .fence();
    }

    private static InMemoryBooking fence(String deliveryId, int attempt) {
        return InMemoryBooking.fence(new MissionReference(deliveryId, attempt, false));
    }

    void apply(String eventId, Effect effect, Instant now) {
        if (!inbox.add(eventId)) {
            return;
        }
        String deliveryId = effect.deliveryId();
        int attempt = effect.attempt();
        switch (effect) {
            case Effect.Begin _ -> {
                end(deliveryId, 0, attempt - 1, now, true);
                begin(deliveryId, attempt);
            }
            case Effect.Overtake _ -> end(deliveryId, 0, attempt, now, true);
            case Effect.End _ -> {
                end(deliveryId, 0, EVERY_ATTEMPT, now, false);
                if (attempt > 0) {
                    attempts(deliveryId).computeIfAbsent(attempt, _ -> fence(deliveryId, attempt));
                }
            }
        }
    }

    private void begin(String deliveryId, int attempt) {
        Optional.ofNullable(attempts(deliveryId).get(attempt))
                .filter(InMemoryBooking::begin)
                .ifPresent(booking -> booking.droneId()
                        .ifPresent(droneId -> drones.change(
                                droneId,
                                duty -> new Duty(
                                        booking.mission, booking.flight(), false, duty.endedAt(), List.of()))));
    }

    private void end(String deliveryId, int from, int to, Instant now, boolean deliveryGoesOn) {
        attempts(deliveryId).values().stream()
                .filter(booking -> booking.mission.attempt() >= from && booking.mission.attempt() <= to)
                .filter(booking -> booking.state().active())
                .forEach(booking -> {
                    boolean flown = booking.state() == State.FLYABLE;
                    booking.droneId()
                            .ifPresent(droneId -> drones.change(
                                    droneId,
                                    duty -> new Duty(null, null, false, flown ? now : duty.endedAt(), List.of())));
                    booking.end(now, deliveryGoesOn);
                });
    }

    void noteParcel(MissionReference mission) {
        Optional.ofNullable(attempts(mission.deliveryId()).get(mission.attempt()))
                .ifPresent(booking -> {
                    booking.noteParcel();
                    booking.droneId().ifPresent(droneId -> drones.change(droneId, duty -> duty));
                });
    }

    void lose(String droneId, Instant now) {
        bookings.values().stream()
                .flatMap(attempts -> attempts.values().stream())
                .filter(booking -> booking.heldBy(droneId) && booking.mayBeFlown())
                .forEach(booking -> {
                    booking.lose(now);
                    orderHome(booking);
                });
    }

    Optional<FlightStopped> stop(FlightStopped told, Instant now) {
        String deliveryId = told.mission().deliveryId();
        InMemoryBooking booking = attempts(deliveryId).get(told.mission().attempt());
        if (booking == null || !booking.pending()) {
            return Optional.empty();
        }
        Optional<Because> published = booking.stop(told.because());
        if (booking.parcelMayBeOut()) {
            attempts(deliveryId).tailMap(told.mission().attempt(), false).values().stream()
                    .filter(later -> later.state().active())
                    .forEach(later -> {
                        later.flyInVain(now);
                        orderHome(later);
                    });
        }
        attempts(deliveryId).values().stream()
                .flatMap(attempt -> attempt.droneId().stream())
                .forEach(droneId -> drones.change(droneId, duty -> duty));
        return published.map(
                because -> new FlightStopped(told.droneId(), told.sequence(), told.time(), told.mission(), because));
    }
}
