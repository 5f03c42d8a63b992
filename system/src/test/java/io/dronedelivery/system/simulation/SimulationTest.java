package io.dronedelivery.system.simulation;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.dronedelivery.contracts.delivery.DeliveryStatus;
import io.dronedelivery.testing.invariants.Snapshot.StoredDelivery;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SimulationTest {
    private static final long FIRST_SEED = Long.getLong("simulation.first", 1);
    private static final int SEEDS = Integer.getInteger("simulation.seeds", 300);
    private static final int SEEDS_WITHOUT_FAULTS = 40;
    private static final int SEEDS_WITH_EVERY_FAULT = 60;
    private static final Set<String> PROCESSES =
            Set.of("scheduler", "supervisor", "accounting", "packaging", "drone", "transport", "delivery", "carrier");

    @Test
    void whateverFailsEverythingHoldsThatAlwaysHolds() {
        boolean one = System.getProperty("simulation.seed") != null;
        (one ? Stream.of(Scenario.asked()) : scenarios(FIRST_SEED, SEEDS, Scenario::faulty))
                .forEach(SimulationTest::run);
    }

    @Test
    void whereNothingFailsEveryFeasibleDeliveryIsCompleted() {
        scenarios(1, SEEDS_WITHOUT_FAULTS, Scenario::calm).forEach(scenario -> {
            Simulation simulation = run(scenario);
            assertThat(simulation.census().snapshot().deliveries().stream()
                            .filter(delivery -> delivery.status() == DeliveryStatus.COMPLETED)
                            .map(StoredDelivery::deliveryId))
                    .as(() -> scenario + "\n"
                            + simulation.trace().about(simulation.customers().certain()))
                    .containsAll(simulation.customers().certain());
        });
    }

    @Test
    void whateverMayGoWrongDoes() {
        Set<String> seen = scenarios(1, SEEDS_WITH_EVERY_FAULT, Scenario::faulty)
                .flatMap(scenario -> run(scenario).faults().counts().keySet().stream())
                .collect(toSet());
        assertThat(Fault.values()).allSatisfy(fault -> assertThat(seen).anyMatch(what -> what.startsWith(fault + " ")));
        assertThat(PROCESSES)
                .allSatisfy(name -> assertThat(seen).anyMatch(what -> what.startsWith(Fault.CRASH + " " + name)));
    }

    @Test
    void theSameSeedMakesTheSameWorld() {
        assertThat(digest(7)).isEqualTo(digest(7)).isNotEqualTo(digest(8));
    }

    private static long digest(long seed) {
        return run(Scenario.faulty(seed)).trace().digest();
    }

    private static Simulation run(Scenario scenario) {
        Simulation simulation = new Simulation(scenario);
        Trial.of(simulation).ifPresent(found -> {
            throw new AssertionError(Report.of(scenario, simulation.faults().strikes(), found), found);
        });
        return simulation;
    }

    /** On all cores. */
    private static Stream<Scenario> scenarios(long first, int count, LongFunction<Scenario> made) {
        return LongStream.range(first, first + count).parallel().mapToObj(made);
    }
}
