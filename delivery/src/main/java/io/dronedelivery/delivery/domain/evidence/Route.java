package io.dronedelivery.delivery.domain.evidence;

import io.dronedelivery.contracts.Position;
import io.dronedelivery.contracts.delivery.Assignment;
import io.dronedelivery.contracts.ingestion.DeliveryOrder;
import java.time.Duration;

/** The way of a parcel from its pickup to its drop-off, and what counts as being at either. */
public record Route(Position pickup, Position dropoff, double cruiseSpeed) {
    static final double STOP_RADIUS_METERS = 30; // a GPS fix is off by some metres, and so is a landing place
    static final double ARRIVAL_METERS_MAX = 200;
    static final double ARRIVAL_PART_OF_LEG = 0.25; // so that a short hop is not "arriving" from its start
    static final double CRUISE_METERS_PER_SECOND_ASSUMED = 15; // where an assignment names no speed

    public static Route of(DeliveryOrder order, Assignment assignment) {
        Double speed = assignment.cruiseSpeed();
        return new Route(
                order.pickup().location(),
                order.dropoff().location(),
                speed == null ? CRUISE_METERS_PER_SECOND_ASSUMED : speed);
    }

    boolean atPickup(Position position) {
        return position.metersTo(pickup) <= STOP_RADIUS_METERS;
    }

    boolean atDropoff(Position position) {
        return position.metersTo(dropoff) <= STOP_RADIUS_METERS;
    }

    boolean nearDropoff(Position position) {
        return position.metersTo(dropoff) <= arrivalMeters();
    }

    /** Whether a drone at one stop may be at the other as well. */
    boolean neighbours() {
        return legMeters() <= 2 * STOP_RADIUS_METERS;
    }

    double legMeters() {
        return pickup.metersTo(dropoff);
    }

    double arrivalMeters() {
        return Math.min(ARRIVAL_METERS_MAX, ARRIVAL_PART_OF_LEG * legMeters());
    }

    /** How long it takes to fly from there to there by way of the pickup, at cruise speed throughout. */
    public Duration viaPickup(Position start, Position end) {
        return flight(start.metersTo(pickup) + pickup.metersTo(end));
    }

    public Duration flight(double meters) {
        return Duration.ofMillis(Math.round(1000 * meters / cruiseSpeed));
    }
}
