package io.dronedelivery.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.dronedelivery.contracts.accounting.Accounts.Standing;
import org.junit.jupiter.api.Test;

class FleetPlanTest {
    private final FleetPlan plan = FleetPlan.load();

    @Test
    void thePlanHasSixtyDronesAtFiveBases() {
        assertThat(plan.bases()).hasSize(5);
        assertThat(plan.drones()).hasSize(60);
        assertThat(plan.drones().values())
                .allSatisfy(drone -> assertThat(plan.bases()).containsKey(drone.baseId()));
        assertThat(plan.drones().values().stream().map(drone -> drone.airframe().model()))
                .contains("Swift 12", "Kite 20", "Heron 30");
    }

    @Test
    void theAccountsOfTheDemonstrationAreThere() {
        assertThat(plan.accounts()).containsOnlyKeys("demo", "suspended", "poor");
        assertThat(plan.accounts().get("suspended")).matches(terms -> terms.standing() == Standing.SUSPENDED);
        assertThat(plan.accounts().get("poor"))
                .matches(terms -> terms.openingBalance().minor() == 0);
    }
}
