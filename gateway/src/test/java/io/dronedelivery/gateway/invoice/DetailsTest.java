package io.dronedelivery.gateway.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import io.dronedelivery.contracts.accounting.Charges.Charge;
import io.dronedelivery.contracts.delivery.Assignment.Means;
import io.dronedelivery.contracts.delivery.DeliverySearch;
import io.dronedelivery.contracts.drone.MissionSearch.OrderedMission;
import io.dronedelivery.contracts.packaging.Packages.Package;
import io.dronedelivery.gateway.invoice.Invoice.Drone;
import java.util.List;
import org.junit.jupiter.api.Test;

class DetailsTest {
    private static final String ACCOUNT = "ann";
    private static final Charge CHARGE = Samples.charge(ACCOUNT, 1);
    private static final String ID = CHARGE.deliveryId();

    private static final Searched<DeliverySearch.Found> DELIVERIES = found(Samples.delivery(ID));
    private static final Searched<Package> PACKAGES = found(Samples.parcel(ACCOUNT, ID));
    private static final Searched<OrderedMission> MISSIONS = found(Samples.mission(ID));

    @Test
    void nothingIsMissing() {
        assertThat(incomplete(new Details(DELIVERIES, PACKAGES, MISSIONS))).isEmpty();
    }

    @Test
    void aServiceThatDidNotAnswerIsNamed() {
        assertThat(incomplete(new Details(Searched.nothing(), PACKAGES, MISSIONS)))
                .containsExactly("delivery");
        assertThat(incomplete(new Details(Searched.nothing(), Searched.nothing(), Searched.nothing())))
                .containsExactly("delivery", "packaging", "drone");
    }

    @Test
    void aServiceThatDoesNotKnowADeliveryIsNamed() {
        assertThat(incomplete(new Details(found(), found(), MISSIONS))).containsExactly("delivery", "packaging");
        assertThat(incomplete(new Details(DELIVERIES, PACKAGES, found()))).containsExactly("drone");
    }

    @Test
    void whatACarrierCarriedNeedsNoDrone() {
        DeliverySearch.Found byDrone = Samples.delivery(ID);
        DeliverySearch.Found byCarrier = new DeliverySearch.Found(
                ID,
                byDrone.status(),
                null,
                byDrone.requestedAt(),
                byDrone.endedAt(),
                byDrone.pickup(),
                byDrone.dropoff(),
                Means.THIRD_PARTY,
                "overland");
        assertThat(incomplete(new Details(found(byCarrier), PACKAGES, found()))).isEmpty();
    }

    @Test
    void theDroneIsThatOfTheAttemptThatWasCharged() {
        OrderedMission earlier = new OrderedMission(ID, CHARGE.attempt() - 1, "crashed", Samples.MODEL);
        Details details = new Details(DELIVERIES, PACKAGES, found(earlier, Samples.mission(ID)));
        assertThat(details.lines(List.of(CHARGE)).getFirst().drone())
                .isEqualTo(new Drone(Samples.DRONE, Samples.MODEL));

        Details without = new Details(DELIVERIES, PACKAGES, found(earlier));
        assertThat(without.lines(List.of(CHARGE)).getFirst().drone()).isNull();
        assertThat(incomplete(without)).containsExactly("drone");
    }

    private static List<String> incomplete(Details details) {
        return details.incomplete(details.lines(List.of(CHARGE)));
    }

    @SafeVarargs
    private static <T> Searched<T> found(T... found) {
        return new Searched<>(List.of(found), true);
    }
}
