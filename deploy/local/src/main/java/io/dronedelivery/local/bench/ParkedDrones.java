package io.dronedelivery.local.bench;

import io.dronedelivery.contracts.drone.Fleet.Airframe;
import io.dronedelivery.contracts.drone.Fleet.Door;
import io.dronedelivery.contracts.drone.Fleet.Registration;
import io.dronedelivery.local.MeasuredSystem;
import io.dronedelivery.simulator.FleetPlan;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Drones beside the simulated ones, in equal numbers at every base of the plan. They never report: a drone that was
 * registered within a day and never heard of counts as one that stands charged at its base, and can be reserved.
 */
final class ParkedDrones {
    private static final Airframe FAR_FLYING = new Airframe("Bench 30", 2_000, 30_000, 18);

    private final MeasuredSystem system;
    private final List<String> bases;
    private final String prefix;
    private int registered;

    /**
     * None yet.
     *
     * @param prefix tells these drones from those of another load on the same system
     */
    ParkedDrones(MeasuredSystem system, FleetPlan plan, String prefix) {
        this.system = system;
        this.bases = List.copyOf(plan.bases().keySet());
        this.prefix = prefix;
    }

    /** Registers drones until there are so many, reserved ones included. */
    void increaseTo(int number) {
        Map<String, Registration> more = new LinkedHashMap<>();
        while (registered < number) {
            String base = bases.get(registered % bases.size());
            more.put(prefix + "-" + ++registered, new Registration(base, FAR_FLYING, Door.HTTP, null));
        }
        system.register(new FleetPlan(Map.of(), more, Map.of()));
    }
}
