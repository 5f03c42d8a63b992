package io.dronedelivery.transport.domain;

import io.dronedelivery.contracts.Outcome;
import io.dronedelivery.contracts.transport.Shipments.Booking;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Optional;

/**
 * A third party that carries what drones can't. It reports progress by call-back.
 *
 * <p>A refusal is the carrier's last word; what may go better when tried again is a failure of the Uni.
 */
public interface Carrier {
    /** Its name in addresses, messages and answers. */
    String name();

    Limits limits();

    /** What it would do, without any commitment. */
    Uni<Outcome<Offer>> offer(Reference reference, Booking booking);

    /**
     * Books. A repeat under the same reference is the same booking with the same answer; a reference that was cancelled
     * can't be booked any more.
     */
    Uni<Outcome<Offer>> book(Reference reference, Booking booking);

    /** Cancels what was booked, or will yet be booked by a caller that was late, under the reference. Repeatable. */
    Uni<Void> cancel(Reference reference);

    /** When it would be where. */
    record Offer(String carrier, Instant pickupAt, Instant dropoffAt) {}

    /**
     * The most a carrier takes.
     *
     * @param weightGramsMax the heaviest parcel in grams
     * @param distanceMetersMax the longest way in metres, as the crow flies
     */
    record Limits(int weightGramsMax, double distanceMetersMax) {

        /** Why the booking is beyond these limits, if it is. */
        Optional<String> objection(Booking booking) {
            if (booking.parcel().weightGrams() > weightGramsMax) {
                return Optional.of("takes at most " + weightGramsMax + " g");
            }
            return booking.pickup().metersTo(booking.dropoff()) > distanceMetersMax
                    ? Optional.of("goes at most " + Math.round(distanceMetersMax / 1000) + " km")
                    : Optional.empty();
        }
    }
}
