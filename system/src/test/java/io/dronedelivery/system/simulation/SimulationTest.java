package io.dronedelivery.system.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.dronedelivery.contracts.delivery.DeliveryStatus;
import io.dronedelivery.testing.invariants.Snapshot.StoredDelivery;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SimulationTest {
    private static final int SEEDS = Integer.getInteger("simulation.seeds", 300);
    private static final int SEEDS_WITHOUT_FAULTS = 40;

    @Test
    void whateverFailsEverythingHoldsThatAlwaysHolds() {
        seeds(SEEDS).forEach(seed -> new Simulation(seed, true, Sabotage.NONE).run());
    }

    @Test
    void whereNothingFailsEveryFeasibleDeliveryIsCompleted() {
        seeds(SEEDS_WITHOUT_FAULTS).forEach(seed -> {
            Simulation simulation = new Simulation(seed, false, Sabotage.NONE);
            simulation.run();
            assertThat(simulation.census().snapshot().deliveries().stream()
                            .filter(delivery -> delivery.status() == DeliveryStatus.COMPLETED)
                            .map(StoredDelivery::deliveryId))
                    .as("seed " + seed + "\n"
                            + simulation.trace().about(simulation.customers().certain()))
                    .containsAll(simulation.customers().certain());
        });
    }

    @Test
    void theSameSeedMakesTheSameWorld() {
        assertThat(digest(7)).isEqualTo(digest(7)).isNotEqualTo(digest(8));
    }

    private static long digest(long seed) {
        Simulation simulation = new Simulation(seed, true, Sabotage.NONE);
        simulation.run();
        return simulation.trace().digest();
    }

    /** On all cores; only the one that was asked for, if one was. */
    private static LongStream seeds(int count) {
        Long only = Long.getLong("simulation.seed");
        return only == null ? LongStream.rangeClosed(1, count).parallel() : LongStream.of(only);
    }
}
