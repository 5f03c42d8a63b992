package io.dronedelivery.drone.reservation.domain;

import io.dronedelivery.contracts.drone.Fleet.Airframe;
import java.time.Duration;
import java.time.Instant;

/**
 * The way of a delivery flight: from where the drone stands to the pickup, on to the drop-off, and from there to the
 * nearest base. Energy is taken as proportional to distance: a full battery flies the airframe's range, so a drone
 * <b>can</b> fly the plan if
 *
 * <pre>approach + carry + home ≤ rangeMetersMax × (battery − 20 %) / 100 %</pre>
 *
 * The range is that of the loaded drone, so the two unloaded legs are reckoned on the safe side.
 *
 * @param approachMeters to the pickup
 * @param carryMeters from the pickup to the drop-off
 * @param homeMeters from the drop-off to the nearest base
 */
public record FlightPlan(double approachMeters, double carryMeters, double homeMeters) {

    /** What must be left in the battery at the base, in percent. */
    public static final double RESERVE_PERCENT = 20;

    /** What a leg takes beside cruising: climb, speeding up, braking, descent, and loading or unloading. */
    public static final Duration LEG_OVERHEAD = Duration.ofSeconds(75);

    /** Whether that much battery, in percent, is enough to fly it and keep the reserve. */
    public boolean feasible(Airframe airframe, double battery) {
        return approachMeters + carryMeters + homeMeters
                <= airframe.rangeMetersMax() * (battery - RESERVE_PERCENT) / 100;
    }

    /** When a drone that leaves now has the parcel. */
    public Instant pickupAt(Instant now, Instant readyAt, double cruiseSpeed) {
        Instant arrival = now.plus(leg(approachMeters, cruiseSpeed));
        return arrival.isBefore(readyAt) ? readyAt : arrival;
    }

    /** When the parcel is at the drop-off. */
    public Instant dropoffAt(Instant pickupAt, double cruiseSpeed) {
        return pickupAt.plus(leg(carryMeters, cruiseSpeed));
    }

    private static Duration leg(double meters, double cruiseSpeed) {
        return LEG_OVERHEAD.plusMillis(Math.round(1000 * meters / cruiseSpeed));
    }
}
