package io.dronedelivery.drone.domain;

import io.dronedelivery.contracts.Outcome;
import io.dronedelivery.contracts.Outcome.Granted;
import io.dronedelivery.contracts.drone.Fleet.Flight;
import io.dronedelivery.contracts.drone.Fleet.Reservation;
import io.dronedelivery.contracts.drone.Fleet.ReservationRequest;
import io.dronedelivery.contracts.drone.FlightStopped.Because;
import io.dronedelivery.contracts.drone.MissionReference;
import io.dronedelivery.drone.domain.Booking.State;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One attempt's booking, as it changes. */
final class InMemoryBooking {
    final MissionReference mission;
    private final @Nullable ReservationRequest request;
    private final @Nullable Outcome<Reservation> answer;
    private State state;
    private boolean ordered;
    private boolean recalled;
    private boolean pending;
    private boolean inVain;
    private boolean loaded;
    private @Nullable Instant withdrawnAt;
    private @Nullable Because stopped;

    InMemoryBooking(
            MissionReference mission,
            State state,
            @Nullable ReservationRequest request,
            @Nullable Outcome<Reservation> answer) {
        this.mission = mission;
        this.state = state;
        this.request = request;
        this.answer = answer;
    }

    /** That of an attempt that ended before it asked. */
    static InMemoryBooking fence(MissionReference mission) {
        return new InMemoryBooking(mission, State.ENDED, null, null);
    }

    State state() {
        return state;
    }

    Optional<String> droneId() {
        return answer instanceof Granted<Reservation>(Reservation held)
                ? Optional.of(held.droneId())
                : Optional.empty();
    }

    boolean heldBy(String droneId) {
        return droneId().filter(droneId::equals).isPresent();
    }

    Booking view(Optional<Sighting> seen) {
        boolean carried = ordered
                && stopped == null
                && seen.filter(sighting -> sighting.carries(mission.deliveryId(), mission.attempt()))
                        .isPresent();
        return new Booking(mission.attempt(), state, carried, answer);
    }

    void fence() {
        state = State.ENDED;
    }

    void end(Instant now, boolean deliveryGoesOn) {
        state = State.ENDED;
        if (deliveryGoesOn && ordered && withdrawnAt == null) {
            pending = true;
            withdrawnAt = now;
        }
    }

    /** Whether it became flyable. */
    boolean begin() {
        if (state != State.RESERVED || withdrawnAt != null) {
            return false;
        }
        state = State.FLYABLE;
        ordered = true;
        return true;
    }

    void recall(Instant now) {
        pending = droneId().isPresent() && (pending || !(recalled || parcelMayBeOut()));
        withdraw(now);
        recalled = true;
    }

    /** How it stopped, where that is to be published. */
    Optional<Because> stop(Because because) {
        stopped = stopped != null ? stopped : inVain ? Because.WITH_PARCEL : because;
        pending = false;
        return recalled || parcelMayBeOut() ? Optional.of(stopped) : Optional.empty();
    }

    /** Whether the drone has stopped, and has the parcel, or may have it. */
    boolean parcelMayBeOut() {
        return stopped != null && stopped.parcelMayBeOut();
    }

    void noteParcel() {
        loaded = true;
    }

    /** Withdrawn, if it is held: it would be flown in vain. */
    void flyInVain(Instant now) {
        if (state.active() && stopped == null) {
            withdraw(now);
            pending = true;
            inVain = true;
        }
    }

    /** Whether it is in hand, and its drone may be at it. */
    boolean mayBeFlown() {
        return ordered && stopped == null && (pending || state == State.FLYABLE);
    }

    void lose(Instant now) {
        stopped = Because.WRITTEN_OFF;
        pending = true;
        withdraw(now);
    }

    private void withdraw(Instant now) {
        withdrawnAt = withdrawnAt == null ? now : withdrawnAt;
    }

    boolean pending() {
        return pending;
    }

    /** Whether no later attempt is to be flown yet. */
    boolean withholds() {
        return pending && ordered && (stopped == null || parcelMayBeOut());
    }

    Flight flight() {
        ReservationRequest asked = Objects.requireNonNull(request);
        return new Flight(mission, asked.pickup(), asked.dropoff(), asked.weightGrams(), asked.readyAt());
    }

    Withdrawal withdrawal() {
        return new Withdrawal(
                mission,
                Objects.requireNonNull(request).pickup(),
                Objects.requireNonNull(withdrawnAt),
                ordered,
                loaded,
                stopped);
    }
}
