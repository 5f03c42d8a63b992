package io.dronedelivery.transport;

import static io.dronedelivery.contracts.InternalPaths.ATTEMPT;
import static io.dronedelivery.contracts.InternalPaths.CALLBACKS;
import static io.dronedelivery.contracts.InternalPaths.SHIPMENT;
import static io.restassured.RestAssured.delete;
import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.dronedelivery.contracts.Json;
import io.dronedelivery.contracts.Parcel;
import io.dronedelivery.contracts.Topic;
import io.dronedelivery.contracts.transport.ShipmentProgress;
import io.dronedelivery.contracts.transport.Shipments;
import io.dronedelivery.contracts.transport.Shipments.Booking;
import io.dronedelivery.contracts.transport.Shipments.Stage;
import io.dronedelivery.issuer.Grant;
import io.dronedelivery.testing.KafkaProbe;
import io.dronedelivery.testing.Orders;
import io.dronedelivery.testing.access.Tokens;
import io.dronedelivery.transport.domain.Events;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ShipmentResourceTest {
    private final String deliveryId = UUID.randomUUID().toString();

    @Test
    void aShipmentIsBookedReportedAndFound() {
        book(1, 20_000).statusCode(200).body("stage", equalTo("BOOKED"), "reference", equalTo(deliveryId + "-1"));

        report("overland", deliveryId + "-1", Stage.DELIVERED).statusCode(204);
        report("overland", deliveryId + "-1", Stage.DELIVERED).statusCode(204);

        get(SHIPMENT, deliveryId).then().statusCode(200).body("stage", equalTo("DELIVERED"));
        Assertions.assertThat(published(4))
                .extracting(ShipmentProgress::stage)
                .containsExactly(Stage.BOOKED, Stage.PICKED_UP, Stage.OUT_FOR_DELIVERY, Stage.DELIVERED);
    }

    @Test
    void aRefusalIsAProblemDetailAndIsRepeated() {
        for (int time = 0; time < 2; time++) {
            book(1, 40_000)
                    .statusCode(422)
                    .contentType("application/problem+json")
                    .body("code", equalTo("NO_CARRIER"), "detail", startsWith("no carrier takes it: overland takes"));
        }
    }

    @Test
    void anAttemptThatWasUndoneIsRefused() {
        delete(SHIPMENT + ATTEMPT, deliveryId, 1).then().statusCode(204);

        book(1, 900).statusCode(409).body("code", equalTo("ATTEMPT_OVERTAKEN"));
        get(SHIPMENT, deliveryId).then().statusCode(404).body("code", equalTo("NOT_FOUND"));
    }

    @Test
    void aDeliveryThatEndsLosesItsShipment() {
        book(1, 900).statusCode(200);

        try (KafkaProbe probe = new KafkaProbe()) {
            probe.send(Topic.DELIVERY_EVENTS, deliveryId, deliveryId + "/1", Events.cancelled(deliveryId, 1));
        }

        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> get(SHIPMENT, deliveryId).then().body("stage", equalTo("CANCELLED")));
    }

    @Test
    void aReportOfAnUnknownReferenceIsNotFound() {
        report("overland", "unknown-1", Stage.PICKED_UP).statusCode(404).body("code", equalTo("NOT_FOUND"));
        report("overland", "unknown-1", Stage.CANCELLED).statusCode(400).body("code", equalTo("INVALID"));
    }

    @Test
    void aCarrierCannotReportForAnother() {
        book(1, 20_000).statusCode(200);

        as("overboard")
                .contentType(ContentType.JSON)
                .body(Json.bytes(new Shipments.Callback(deliveryId + "-1", Stage.DELIVERED, Instant.now(), null, null)))
                .post(CALLBACKS, "overland")
                .then()
                .statusCode(404)
                .body("code", equalTo("NOT_FOUND"));

        get(SHIPMENT, deliveryId).then().body("stage", equalTo("BOOKED"));
    }

    @Test
    void aMissingFieldIsNamed() {
        given().contentType(ContentType.JSON)
                .body("{\"pickup\": {\"latitude\": 1, \"longitude\": 2}}")
                .put(SHIPMENT + ATTEMPT, deliveryId, 1)
                .then()
                .statusCode(400)
                .body("code", equalTo("INVALID"), "errors[0].field", equalTo("/dropoff"));
        as("overland")
                .contentType(ContentType.JSON)
                .body("{\"stage\": \"PICKED_UP\"}")
                .post(CALLBACKS, "overland")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("/reference"));
        book(0, 900).statusCode(400).body("errors[0].field", equalTo("attempt"));
    }

    private ValidatableResponse book(int attempt, int weightGrams) {
        Instant now = Instant.now();
        Booking booking = new Booking(
                Orders.PICKUP,
                Orders.DROPOFF,
                new Parcel(Parcel.Size.LARGE, weightGrams, null),
                now,
                now.plus(Duration.ofHours(4)));
        return given().contentType(ContentType.JSON)
                .body(Json.bytes(booking))
                .put(SHIPMENT + ATTEMPT, deliveryId, attempt)
                .then();
    }

    private static RequestSpecification as(String carrier) {
        return given().header(Tokens.bearer(Grant.carrier(carrier)));
    }

    private static ValidatableResponse report(String carrier, String reference, Stage stage) {
        return as(carrier)
                .contentType(ContentType.JSON)
                .body(Json.bytes(new Shipments.Callback(reference, stage, Instant.now(), null, null)))
                .post(CALLBACKS, carrier)
                .then();
    }

    private List<ShipmentProgress> published(int count) {
        return KafkaProbe.published(
                Topic.TRANSPORT_TRACKING,
                ShipmentProgress.class,
                progress -> progress.deliveryId().equals(deliveryId),
                count);
    }
}
