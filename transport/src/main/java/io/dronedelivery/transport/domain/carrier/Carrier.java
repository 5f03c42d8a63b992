package io.dronedelivery.transport.domain.carrier;

import io.dronedelivery.contracts.Outcome;
import io.dronedelivery.contracts.transport.Shipments.Booking;
import io.dronedelivery.contracts.transport.Shipments.Shipment;
import io.dronedelivery.contracts.transport.Shipments.Stage;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Optional;

/**
 * A third party that carries what drones can't. It reports progress by call-back.
 *
 * <p>A refusal is final. If a repeat may succeed, the Uni fails.
 */
public interface Carrier {
    /** Its name in addresses, messages and answers. */
    String name();

    /** What it would do; this books nothing. */
    Uni<Outcome<Offer>> offer(Reference reference, Booking booking);

    /**
     * Books. A repeat under the same reference gets the same answer. A cancelled reference can't be booked.
     */
    Uni<Outcome<Offer>> book(Reference reference, Booking booking);

    /** Cancels the reference, also if its booking arrives later. Repeatable. */
    Uni<Void> cancel(Reference reference);

    /** When it would be at the pickup and at the drop-off. */
    record Offer(String carrier, Instant pickupAt, Instant dropoffAt) {

        /** The shipment that is booked by this offer. */
        public Shipment shipment(Reference reference) {
            return new Shipment(
                    reference.deliveryId(),
                    reference.attempt(),
                    carrier,
                    reference.text(),
                    Stage.BOOKED,
                    pickupAt,
                    dropoffAt);
        }
    }

    /**
     * The most a carrier takes.
     *
     * @param weightGramsMax the heaviest parcel in grams
     * @param distanceMetersMax the longest way in metres, as the crow flies
     */
    record Limits(int weightGramsMax, double distanceMetersMax) {

        /** Why the booking is beyond these limits, if it is. */
        public Optional<String> objection(Booking booking) {
            if (booking.parcel().weightGrams() > weightGramsMax) {
                return Optional.of("takes at most " + weightGramsMax + " g");
            }
            return booking.pickup().metersTo(booking.dropoff()) > distanceMetersMax
                    ? Optional.of("goes at most " + Math.round(distanceMetersMax / 1000) + " km")
                    : Optional.empty();
        }
    }
}
