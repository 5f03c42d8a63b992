package io.dronedelivery.delivery.domain;

import io.dronedelivery.contracts.Position;
import io.dronedelivery.contracts.delivery.Assignment;
import io.dronedelivery.contracts.ingestion.DeliveryOrder;
import java.time.Duration;

/** The way of a parcel, and what counts as being somewhere on it. */
record Route(Position pickup, Position dropoff, double cruiseSpeed) {
    static final double STOP_RADIUS_METERS = 30; // a fix is good for some metres, a garden is as large
    static final double ARRIVAL_METERS_MAX = 200;
    static final double ARRIVAL_PART_OF_LEG = 0.25; // so that a short hop is not "arriving" from its start
    static final double CRUISE_METERS_PER_SECOND_ASSUMED = 15; // where an assignment names no speed

    static Route of(DeliveryOrder order, Assignment assignment) {
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

    /** Whether who is at one stop may be at the other as well. */
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
    Duration viaPickup(Position start, Position end) {
        return flight(start.metersTo(pickup) + pickup.metersTo(end));
    }

    Duration flight(double meters) {
        return Duration.ofMillis(Math.round(1000 * meters / cruiseSpeed));
    }
}
