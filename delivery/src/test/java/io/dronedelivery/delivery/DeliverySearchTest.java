package io.dronedelivery.delivery;

import static io.dronedelivery.contracts.InternalPaths.DELIVERIES;
import static io.dronedelivery.contracts.InternalPaths.SEARCH;
import static io.dronedelivery.contracts.InternalPaths.SEARCHED_IDS_MAX;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.dronedelivery.contracts.Json;
import io.dronedelivery.contracts.delivery.DeliverySearch.Query;
import io.dronedelivery.contracts.delivery.DeliveryStatus;
import io.dronedelivery.contracts.ingestion.DeliveryOrder.Confirmation;
import io.dronedelivery.testing.KafkaProbe;
import io.dronedelivery.testing.Orders;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DeliverySearchTest {
    private final String account = "account-" + UUID.randomUUID();
    private final KafkaProbe probe = new KafkaProbe();
    private final Journey journey = new Journey(probe, account, Confirmation.PIN);

    @AfterEach
    void close() {
        probe.close();
    }

    @Test
    void aDeliveryIsFoundWithWhoCarriesItAndWithoutItsPin() {
        journey.requested().scheduled().awaiting(DeliveryStatus.SCHEDULED);
        search(account, List.of(journey.id, "unheard-of"))
                .statusCode(200)
                .body("deliveries", hasSize(1))
                .body("deliveries[0].deliveryId", equalTo(journey.id))
                .body("deliveries[0].status", equalTo("SCHEDULED"))
                .body("deliveries[0].requestedAt", notNullValue())
                .body("deliveries[0].endedAt", nullValue())
                .body("deliveries[0].pickup.location.latitude", equalTo((float) Orders.PICKUP.latitude()))
                .body("deliveries[0].dropoff.location.longitude", equalTo((float) Orders.DROPOFF.longitude()))
                .body("deliveries[0].means", equalTo("DRONE"))
                .body("deliveries[0].carrier", equalTo(journey.drone))
                .body(
                        "deliveries[0].keySet()",
                        equalTo(Set.of(
                                "deliveryId", "status", "requestedAt", "pickup", "dropoff", "means", "carrier")));
    }

    @Test
    void aDeliveryThatHasEndedTellsWhen() {
        Journey plain = new Journey(probe, account, Confirmation.NONE);
        plain.requested()
                .scheduled()
                .takenOffFromThePickup()
                .landedAtTheDropoff()
                .awaiting(DeliveryStatus.COMPLETED);
        Instant changedAt = Instant.parse(plain.get("").path("changedAt"));
        search(account, List.of(plain.id))
                .body("deliveries[0].status", equalTo("COMPLETED"))
                .body(
                        "deliveries[0].endedAt",
                        equalTo(changedAt.truncatedTo(ChronoUnit.MICROS).toString()));
    }

    @Test
    void anotherAccountsDeliveryIsLeftOut() {
        journey.requested();
        search("someone-else", List.of(journey.id)).statusCode(200).body("deliveries", hasSize(0));
    }

    @Test
    void aThousandDeliveriesAreSearchedForAtOnceAndNoMore() {
        search(account, Collections.nCopies(SEARCHED_IDS_MAX, "unheard-of")).statusCode(200);
        search(account, Collections.nCopies(SEARCHED_IDS_MAX + 1, "unheard-of"))
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("INVALID"))
                .body("errors[0].field", equalTo("/deliveryIds"));
        search(account, List.of()).statusCode(400);
    }

    private static ValidatableResponse search(String account, List<String> ids) {
        return given().contentType("application/json")
                .body(Json.text(new Query(account, ids)))
                .post(DELIVERIES + SEARCH)
                .then();
    }
}
