package io.dronedelivery.local.customer;

import static org.assertj.core.api.Assertions.assertThat;

import io.dronedelivery.simulator.FleetPlan;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrderGeneratorTest {
    private static final int DRONE_GRAMS_MAX = FleetPlan.load().drones().values().stream()
            .mapToInt(drone -> drone.airframe().payloadGramsMax())
            .max()
            .orElseThrow();

    @Test
    void theSameSeedWantsTheSame() {
        assertThat(orders(5)).isEqualTo(orders(5)).isNotEqualTo(orders(6));
    }

    @Test
    void oneOrderInTenIsTooHeavyForDrones() {
        assertThat(orders(1).stream().filter(order -> order.parcel().weightGrams() > DRONE_GRAMS_MAX))
                .hasSize(10);
    }

    @Test
    void everyWayIsOfAFewKilometers() {
        assertThat(orders(2)).allSatisfy(order -> assertThat(
                        order.pickup().location().metersTo(order.dropoff().location()))
                .isBetween(490.0, 2_510.0));
    }

    private static List<DeliveryOrder> orders(long seed) {
        return new OrderGenerator(FleetPlan.load().bases().values(), seed).orders(100);
    }
}
