package io.dronedelivery.bench.load;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import io.dronedelivery.bench.measurement.MeasuredSystem;
import io.dronedelivery.contracts.drone.Fleet.Airframe;
import io.dronedelivery.contracts.drone.Fleet.Registration;
import io.dronedelivery.simulator.FleetPlan;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/**
 * Drones besides the simulated ones, in equal numbers at every base of the plan. They never report. For a day after its
 * registration, such a drone counts as charged and at its base, so it can be reserved.
 */
final class ParkedDrones {
    private static final Airframe FAR_FLYING = new Airframe("Bench 30", 2_000, 30_000, 18);
    private static final int REGISTERED_AT_A_TIME = 16; // one by one takes minutes while the system is busy

    private final MeasuredSystem system;
    private final List<String> bases;
    private final String prefix;
    private int registered;

    /**
     * No drones yet.
     *
     * @param prefix a prefix of the drones' names, so that two loads do not share one
     */
    ParkedDrones(MeasuredSystem system, FleetPlan plan, String prefix) {
        this.system = system;
        this.bases = List.copyOf(plan.bases().keySet());
        this.prefix = prefix;
    }

    /** Registers drones until there are that many, reserved ones included. */
    void increaseTo(int number) {
        Collection<Map<String, Registration>> parts = IntStream.range(registered, number)
                .boxed()
                .collect(groupingBy(
                        each -> each % REGISTERED_AT_A_TIME, toMap(each -> prefix + "-" + each, this::drone)))
                .values();
        registered = Math.max(registered, number);
        CompletableFuture.allOf(parts.stream().map(this::register).toArray(CompletableFuture[]::new))
                .join();
    }

    private CompletableFuture<Void> register(Map<String, Registration> part) {
        return CompletableFuture.runAsync(
                () -> system.register(new FleetPlan(Map.of(), part, Map.of())), Thread::startVirtualThread);
    }

    private Registration drone(int number) {
        return Registration.overHttp(bases.get(number % bases.size()), FAR_FLYING);
    }
}
