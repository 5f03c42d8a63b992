package io.dronedelivery.delivery;

import static io.dronedelivery.contracts.InternalPaths.SEARCHED_IDS_MAX;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasSize;

import io.dronedelivery.contracts.Json;
import io.dronedelivery.contracts.delivery.DeliveryStatus;
import io.dronedelivery.contracts.ingestion.DeliveryOrder.Confirmation;
import io.dronedelivery.testing.KafkaProbe;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OperationsTest {
    private final KafkaProbe probe = new KafkaProbe();
    private final Journey journey = new Journey(probe, "account-" + UUID.randomUUID(), Confirmation.PIN);

    @AfterEach
    void close() {
        probe.close();
    }

    @Test
    void deliveriesThatGoOnAreCountedByStatusAndNoOthers() {
        journey.requested();
        long goingOn = Stream.of(DeliveryStatus.values())
                .filter(status -> !status.terminal())
                .count();
        given().get("/operations/counts")
                .then()
                .statusCode(200)
                .body("underWay", aMapWithSize((int) goingOn))
                .body("underWay.PENDING", greaterThanOrEqualTo(1))
                .body("underWay.ARRIVING", greaterThanOrEqualTo(0));
    }

    @Test
    void deliveriesOfAnyAccountAreFoundWithHowTheyStand() {
        Journey other = new Journey(probe, "account-" + UUID.randomUUID(), Confirmation.NONE);
        other.requested();
        journey.requested().scheduled().lost().awaiting(DeliveryStatus.RECOVERING);
        String found = "deliveries.find { it.deliveryId == '%s' }";
        String lost = found.formatted(journey.id);

        search(List.of(journey.id, other.id, "unheard-of"))
                .statusCode(200)
                .body("deliveries", hasSize(2))
                .body(lost + ".status", equalTo("RECOVERING"))
                .body(lost + ".accountId", equalTo(journey.account))
                .body(lost + ".reason.code", equalTo("FLIGHT_FAILED"))
                .body(lost + ".changedAt", equalTo(journey.get("").path("changedAt")))
                .body(lost + ".keySet()", equalTo(Set.of("deliveryId", "accountId", "status", "changedAt", "reason")))
                .body(found.formatted(other.id) + ".status", equalTo("PENDING"));
    }

    @Test
    void aThousandDeliveriesAreSearchedForAtOnceAndNoMore() {
        search(Collections.nCopies(SEARCHED_IDS_MAX, "unheard-of")).statusCode(200);
        search(Collections.nCopies(SEARCHED_IDS_MAX + 1, "unheard-of"))
                .statusCode(400)
                .body("errors[0].field", equalTo("/deliveryIds"));
        search(List.of()).statusCode(400);
    }

    private static ValidatableResponse search(List<String> ids) {
        return given().contentType("application/json")
                .body(Json.text(Map.of("deliveryIds", ids)))
                .post("/operations/deliveries/search")
                .then();
    }
}
