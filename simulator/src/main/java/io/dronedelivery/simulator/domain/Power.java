package io.dronedelivery.simulator.domain;

import io.dronedelivery.contracts.drone.Fleet.Airframe;

/**
 * What flying takes from the battery: a part per second aloft, a part per metre through the air, more under load. It is
 * fitted so that the range of the airframe's data sheet is reached with its heaviest parcel against the strongest wind.
 */
record Power(Airframe airframe) {
    /** Staying aloft for a second costs as much as that many metres of the data sheet's range. */
    private static final double HOVER_METERS_PER_SECOND = 3.0;

    private static final double COST_PER_AIR_METER = 0.45; // in metres of the data sheet's range
    private static final double FULL_LOAD_SURCHARGE = 0.25;
    private static final double CHARGE_PERCENT_PER_SECOND = 0.15; // eleven minutes from empty to full

    double drained(double battery, double airSpeed, int loadGrams, double seconds) {
        double load = Math.min(1.0, (double) loadGrams / airframe.payloadGramsMax());
        double meters = (HOVER_METERS_PER_SECOND + COST_PER_AIR_METER * airSpeed) * (1 + FULL_LOAD_SURCHARGE * load);
        return Math.max(0, battery - 100 * meters * seconds / airframe.rangeMetersMax());
    }

    double charged(double battery, double seconds) {
        return Math.min(100, battery + CHARGE_PERCENT_PER_SECOND * seconds);
    }
}
