package io.dronedelivery.drone.reservation.domain;

import io.dronedelivery.contracts.Position;
import io.dronedelivery.contracts.drone.Fleet.Airframe;
import io.dronedelivery.contracts.drone.Fleet.Availability;
import io.dronedelivery.contracts.drone.Fleet.ReservationRequest;
import io.dronedelivery.drone.registry.domain.DroneState;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/**
 * A flight that a drone is wanted for, and the rule which drones can fly it.
 *
 * @param carryMeters from the pickup to the drop-off
 * @param homeMeters from the drop-off to the nearest base; infinite if there is no base
 * @param now when the drone would leave
 */
record RequestedFlight(
        String deliveryId, ReservationRequest request, double carryMeters, double homeMeters, Instant now) {

    private static final double FULL_PERCENT = 100;
    /** Times are rounded to milliseconds, and no drone flies farther than this in one. */
    private static final double ROUNDING_METERS = 1;

    static RequestedFlight of(String deliveryId, ReservationRequest request, Collection<Position> bases, Instant now) {
        return new RequestedFlight(
                deliveryId,
                request,
                request.pickup().metersTo(request.dropoff()),
                bases.stream().mapToDouble(request.dropoff()::metersTo).min().orElse(Double.POSITIVE_INFINITY),
                now);
    }

    /** The drone as a candidate, if it is free, lifts the parcel, gets home with its reserve and delivers in time. */
    Optional<Candidate> candidate(DroneState drone) {
        return Optional.of(drone)
                .filter(this::isLiftedBy)
                .filter(lifting -> lifting.availabilityFor(deliveryId, now) == Availability.FREE)
                .flatMap(free -> flownWith(free, free.battery()));
    }

    /** Whether the drone could fly it if it were free and fully charged. */
    boolean isPossibleFor(DroneState drone) {
        return isLiftedBy(drone) && flownWith(drone, FULL_PERCENT).isPresent();
    }

    /** The rule apart from availability and weight: with that charge, it gets home with its reserve and delivers in time. */
    private Optional<Candidate> flownWith(DroneState drone, double battery) {
        Airframe airframe = drone.registration().airframe();
        FlightPlan plan = planFrom(drone.stand());
        Instant pickupAt = plan.pickupAt(now, request.readyAt(), airframe.cruiseSpeed());
        Instant dropoffAt = plan.dropoffAt(pickupAt, airframe.cruiseSpeed());
        return plan.feasible(airframe, battery) && !dropoffAt.isAfter(request.deadline())
                ? Optional.of(new Candidate(drone, plan.approachMeters(), pickupAt, dropoffAt))
                : Optional.empty();
    }

    boolean isLiftedBy(DroneState drone) {
        return drone.registration().airframe().payloadGramsMax() >= request.weightGrams();
    }

    /** Whether it lifts the parcel, and can fly it from its base with a full battery. */
    boolean isReachedFromBaseBy(DroneState drone) {
        return isLiftedBy(drone)
                && planFrom(drone.base()).feasible(drone.registration().airframe(), FULL_PERCENT);
    }

    private FlightPlan planFrom(Position stand) {
        return new FlightPlan(stand.metersTo(request.pickup()), carryMeters, homeMeters);
    }

    /** No drone that stands farther from the pickup, in metres, can fly it. Negative if none can at all. */
    double approachMetersMax(double rangeMetersMax, double cruiseSpeedMax) {
        double byRange = rangeMetersMax * (FULL_PERCENT - FlightPlan.RESERVE_PERCENT) / 100 - carryMeters - homeMeters;
        Duration cruising = Duration.between(now, request.deadline()).minus(FlightPlan.LEG_OVERHEAD.multipliedBy(2));
        double byTime = cruiseSpeedMax * cruising.toMillis() / 1000 - carryMeters;
        return Math.min(byRange, byTime) + ROUNDING_METERS;
    }

    /** The earliest that any drone that stands so far from the pickup has the parcel. */
    Instant pickupAtFrom(double approachMeters, double cruiseSpeedMax) {
        return new FlightPlan(approachMeters, carryMeters, homeMeters).pickupAt(now, request.readyAt(), cruiseSpeedMax);
    }
}
