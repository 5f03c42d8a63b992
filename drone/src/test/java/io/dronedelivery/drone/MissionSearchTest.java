package io.dronedelivery.drone;

import static io.dronedelivery.contracts.InternalPaths.ATTEMPT;
import static io.dronedelivery.contracts.InternalPaths.MISSIONS;
import static io.dronedelivery.contracts.InternalPaths.RESERVATION;
import static io.dronedelivery.contracts.InternalPaths.SEARCH;
import static io.dronedelivery.contracts.InternalPaths.SEARCHED_IDS_MAX;
import static io.dronedelivery.drone.DroneApi.post;
import static io.dronedelivery.drone.DroneApi.put;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.dronedelivery.contracts.Json;
import io.dronedelivery.contracts.Money;
import io.dronedelivery.contracts.Position;
import io.dronedelivery.contracts.Topic;
import io.dronedelivery.contracts.delivery.Assignment;
import io.dronedelivery.contracts.delivery.Cause;
import io.dronedelivery.contracts.delivery.DeliveryEvent;
import io.dronedelivery.contracts.delivery.DeliveryEvent.DeliveryCompleted;
import io.dronedelivery.contracts.delivery.DeliveryEvent.DeliveryCreated;
import io.dronedelivery.contracts.delivery.DeliveryEvent.Header;
import io.dronedelivery.contracts.delivery.DeliveryStatus;
import io.dronedelivery.contracts.drone.Fleet.Base;
import io.dronedelivery.contracts.drone.Fleet.ReservationRequest;
import io.dronedelivery.contracts.drone.MissionSearch.Query;
import io.dronedelivery.drone.fleet.Samples;
import io.dronedelivery.testing.KafkaProbe;
import io.dronedelivery.testing.Orders;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** On an island of its own, so that no other test's drone comes. */
@QuarkusTest
class MissionSearchTest {
    private static final Position TRISTAN_DA_CUNHA = new Position(-37.07, -12.31);
    private static final Instant NOW = Instant.now();
    private static final String DELIVERY = "d-searched";

    @Test
    void aDroneIsFoundOnceItWasOrderedToFlyAlsoAfterTheDeliveryHasEnded() {
        put("/bases/tristan", new Base("Tristan da Cunha", TRISTAN_DA_CUNHA)).statusCode(200);
        put("/drones/islander", Samples.registration("tristan")).statusCode(200);
        post(Samples.standing("islander", 1, TRISTAN_DA_CUNHA, 80));
        put(RESERVATION + ATTEMPT, request(), DELIVERY, 1).statusCode(200);
        search(List.of(DELIVERY)).statusCode(200).body("missions", hasSize(0));

        tell(new DeliveryCreated(
                header(2, DeliveryStatus.SCHEDULED), "request", Orders.order(NOW), byDrone(), price()));
        Awaitility.await().untilAsserted(() -> search(List.of("unheard-of", DELIVERY))
                .body("missions", hasSize(1))
                .body("missions[0].deliveryId", equalTo(DELIVERY))
                .body("missions[0].attempt", equalTo(1))
                .body("missions[0].droneId", equalTo("islander"))
                .body(
                        "missions[0].model",
                        equalTo(Samples.registration("tristan").airframe().model())));

        tell(new DeliveryCompleted(header(3, DeliveryStatus.COMPLETED)));
        Awaitility.await()
                .untilAsserted(() -> given().get(RESERVATION, DELIVERY).then().statusCode(404));
        search(List.of(DELIVERY)).body("missions.droneId", equalTo(List.of("islander")));
    }

    @Test
    void aDeliveryThatNoDroneWasFoundForHasNoMission() {
        ReservationRequest tooHeavy =
                new ReservationRequest(TRISTAN_DA_CUNHA, TRISTAN_DA_CUNHA, 99_999, NOW, NOW.plus(Duration.ofHours(2)));
        put(RESERVATION + ATTEMPT, tooHeavy, "d-too-heavy", 1).statusCode(422);
        search(List.of("d-too-heavy")).statusCode(200).body("missions", hasSize(0));
    }

    @Test
    void theMissionsOfAThousandDeliveriesAreSearchedForAtOnceAndNoMore() {
        search(Collections.nCopies(SEARCHED_IDS_MAX, "unheard-of")).statusCode(200);
        search(Collections.nCopies(SEARCHED_IDS_MAX + 1, "unheard-of"))
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors[0].field", equalTo("/deliveryIds"));
    }

    private static ValidatableResponse search(List<String> deliveryIds) {
        return given().contentType(ContentType.JSON)
                .body(Json.text(new Query(deliveryIds)))
                .post(MISSIONS + SEARCH)
                .then();
    }

    private static ReservationRequest request() {
        return new ReservationRequest(TRISTAN_DA_CUNHA, TRISTAN_DA_CUNHA, 900, NOW, NOW.plus(Duration.ofHours(2)));
    }

    private static Assignment byDrone() {
        return new Assignment(Assignment.Means.DRONE, "islander", null, 15.0, NOW, NOW);
    }

    private static Money price() {
        return new Money(100, "EUR");
    }

    private static void tell(DeliveryEvent event) {
        try (KafkaProbe probe = new KafkaProbe()) {
            probe.send(Topic.DELIVERY_EVENTS, event.header().deliveryId(), event.eventId(), event);
        }
    }

    private static Header header(long version, DeliveryStatus status) {
        return new Header(
                DELIVERY, version, "account", 1, status, NOW, Cause.of(Cause.Source.SCHEDULER, "request", "scheduled"));
    }
}
