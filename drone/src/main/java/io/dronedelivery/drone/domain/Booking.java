package io.dronedelivery.drone.domain;

import io.dronedelivery.contracts.Outcome;
import io.dronedelivery.contracts.Outcome.Granted;
import io.dronedelivery.contracts.Outcome.Refused;
import io.dronedelivery.contracts.Refusal;
import io.dronedelivery.contracts.drone.Fleet.Reservation;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What became of one attempt's reservation.
 *
 * @param carried whether its drone was last seen flying with the parcel, and is not known to have stopped
 * @param answer what was answered; absent where the attempt ended before it asked
 */
public record Booking(
        int attempt, State state, boolean carried, @Nullable Outcome<Reservation> answer) {

    /** How far it got. */
    public enum State {
        /** No drone can. */
        REFUSED,
        /** A drone is held, the delivery not yet confirmed. */
        RESERVED,
        /** A drone flies it, or is about to. */
        FLYABLE,
        /** Released, undone, overtaken or done: nothing is held, and nothing will be under this attempt. */
        ENDED;

        /** Whether a drone is held. */
        public boolean active() {
            return this == RESERVED || this == FLYABLE;
        }
    }

    /** The answer that a request under the attempt must get, given those seen so far; empty where it is new. */
    public static Optional<Outcome<Reservation>> answered(int attempt, List<Booking> seen) {
        for (Booking booking : seen) {
            if (booking.attempt > attempt || (booking.attempt == attempt && booking.state == State.ENDED)) {
                return Optional.of(new Refused<>(
                        Refusal.ATTEMPT_OVERTAKEN,
                        "attempt " + attempt + " was undone or overtaken: stop carrying it out"));
            }
        }
        return seen.stream()
                .filter(booking -> booking.attempt == attempt)
                .findAny()
                .map(Booking::answer);
    }

    /** The refusal of a new attempt at a delivery whose parcel is in the hands of a drone. */
    public static Optional<Outcome<Reservation>> pickedUp(List<Booking> seen) {
        return seen.stream()
                .filter(Booking::carried)
                .findAny()
                .map(booking -> new Refused<>(
                        Refusal.ALREADY_PICKED_UP, "the parcel flies already, under attempt " + booking.attempt));
    }

    /** The reservation that holds a drone, if one does. */
    public static Optional<Reservation> active(List<Booking> seen) {
        return seen.stream()
                .filter(booking -> booking.state.active())
                .map(Booking::answer)
                .flatMap(answer -> answer instanceof Granted<Reservation>(Reservation held)
                        ? Optional.of(held).stream()
                        : Optional.<Reservation>empty().stream())
                .findAny();
    }
}
