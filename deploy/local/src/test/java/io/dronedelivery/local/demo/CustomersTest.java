package io.dronedelivery.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.dronedelivery.simulator.FleetPlan;
import java.util.List;
import org.junit.jupiter.api.Test;

class CustomersTest {
    private static final int DRONE_GRAMS_MAX = FleetPlan.load().drones().values().stream()
            .mapToInt(drone -> drone.airframe().payloadGramsMax())
            .max()
            .orElseThrow();

    @Test
    void theSameSeedWantsTheSame() {
        assertThat(wishes(5)).isEqualTo(wishes(5)).isNotEqualTo(wishes(6));
    }

    @Test
    void oneOrderInTenIsTooHeavyForDrones() {
        assertThat(wishes(1).stream().filter(wish -> wish.parcel().weightGrams() > DRONE_GRAMS_MAX))
                .hasSize(10);
    }

    @Test
    void everyWayIsOfAFewKilometers() {
        assertThat(wishes(2)).allSatisfy(wish -> assertThat(
                        wish.pickup().location().metersTo(wish.dropoff().location()))
                .isBetween(490.0, 2_510.0));
    }

    private static List<Wish> wishes(long seed) {
        return new Customers(FleetPlan.load().bases().values(), seed).wishes(100);
    }
}
