package io.dronedelivery.transport.domain.overland;

import io.dronedelivery.contracts.Position;
import io.dronedelivery.contracts.transport.Shipments;
import io.dronedelivery.contracts.transport.Shipments.Booking;
import io.dronedelivery.contracts.transport.Shipments.Stage;
import io.dronedelivery.transport.domain.carrier.Carrier.Offer;
import io.dronedelivery.transport.domain.carrier.Reference;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A shipment that Overland carries.
 *
 * @param reference the shipment's
 * @param reported the last stage that was reported
 */
public record Job(String reference, Booking booking, Instant pickupAt, Instant dropoffAt, Stage reported) {
    private static final double OUT_FOR_DELIVERY_AFTER = 0.75; // part of the way

    static Job of(Reference reference, Booking booking, Offer offer) {
        return new Job(reference.text(), booking, offer.pickupAt(), offer.dropoffAt(), Stage.BOOKED);
    }

    Offer offer() {
        return new Offer(Overland.NAME, pickupAt, dropoffAt);
    }

    /** The job after its next stage is reported; empty at its end. */
    public Optional<Job> next() {
        return switch (reported) {
            case BOOKED -> Optional.of(at(Stage.PICKED_UP));
            case PICKED_UP -> Optional.of(at(Stage.OUT_FOR_DELIVERY));
            case OUT_FOR_DELIVERY -> Optional.of(at(Stage.DELIVERED));
            case DELIVERED, FAILED, CANCELLED -> Optional.empty();
        };
    }

    /** The job with this stage as the last one reported. */
    public Job at(Stage stage) {
        return new Job(reference, booking, pickupAt, dropoffAt, stage);
    }

    /** When its next stage is to be reported. */
    public Optional<Instant> dueAt() {
        return next().map(Job::reachedAt);
    }

    private Instant reachedAt() {
        return switch (reported) {
            case BOOKED, PICKED_UP, FAILED, CANCELLED -> pickupAt;
            case OUT_FOR_DELIVERY -> pickupAt.plus(part(OUT_FOR_DELIVERY_AFTER, Duration.between(pickupAt, dropoffAt)));
            case DELIVERED -> dropoffAt;
        };
    }

    /** What is reported of this stage: the time is when it happened, also where the report comes later. */
    public Shipments.Callback report() {
        return new Shipments.Callback(reference, reported, reachedAt(), place(), null);
    }

    private Position place() {
        return switch (reported) {
            case BOOKED, PICKED_UP, FAILED, CANCELLED -> booking.pickup();
            case OUT_FOR_DELIVERY -> between(booking.pickup(), booking.dropoff());
            case DELIVERED -> booking.dropoff();
        };
    }

    private static Position between(Position from, Position to) {
        return new Position(
                from.latitude() + OUT_FOR_DELIVERY_AFTER * (to.latitude() - from.latitude()),
                from.longitude() + OUT_FOR_DELIVERY_AFTER * (to.longitude() - from.longitude()));
    }

    private static Duration part(double part, Duration whole) {
        return Duration.ofMillis(Math.round(part * whole.toMillis()));
    }
}
