package io.dronedelivery.drone.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.dronedelivery.contracts.drone.FlightStopped;
import io.dronedelivery.contracts.drone.FlightStopped.Because;
import io.dronedelivery.contracts.drone.MissionReference;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * What holds whatever is recalled, overtaken and written off, while posts and answers are lost, doubled and late, and the
 * service dies; a failing seed is named and replays.
 */
class RecallPropertiesTest {
    private static final Set<Because> ASTRAY = EnumSet.of(Because.WITH_PARCEL, Because.WRITTEN_OFF);
    private static final int SEEDS = 120;
    private static final int SECONDS = 400;

    @Test
    void theStopOfAFlightIsPublishedOnlyWhenItHasStoppedAndAlwaysInTheEnd() {
        int stopped = 0;
        int flown = 0;
        int acknowledged = 0;
        for (long seed = 0; seed < SEEDS; seed++) {
            UnreliableFleet world = new UnreliableFleet(seed);
            for (int second = 0; second < SECONDS; second++) {
                world.tick(true);
                check(world, "seed " + seed + ", second " + second);
            }
            world.settle();
            check(world, "seed " + seed + ", settled");
            assertThat(world.stopped())
                    .as("seed %d: each recall is answered, once, and else only who may have a parcel is told of", seed)
                    .filteredOn(told ->
                            !ASTRAY.contains(told.because()) || world.recalled().contains(told.mission()))
                    .extracting(FlightStopped::mission)
                    .containsExactlyInAnyOrderElementsOf(world.recalled());
            stopped += world.stopped().size();
            flown += world.brought();
            acknowledged += (int) world.stopped().stream()
                    .filter(told -> told.because() != Because.WRITTEN_OFF && told.sequence() > 0)
                    .count();
        }
        assertThat(stopped).as("recalls").isGreaterThan(SEEDS);
        assertThat(acknowledged).as("recalls that were acknowledged").isGreaterThan(SEEDS / 2);
        assertThat(flown).as("parcels picked up").isGreaterThan(SEEDS / 2);
    }

    private static void check(UnreliableFleet world, String when) {
        assertThat(world.flown().stream().map(MissionReference::deliveryId))
                .as("%s: one drone for one parcel", when)
                .doesNotHaveDuplicates();
        Set<MissionReference> over = world.stopped().stream()
                .filter(told -> told.because() != Because.WRITTEN_OFF)
                .map(FlightStopped::mission)
                .collect(Collectors.toSet());
        assertThat(world.flown())
                .as("%s: a flight that was told to have stopped goes on", when)
                .noneMatch(over::contains);
    }
}
