package io.dronedelivery.supervisor;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;

import io.dronedelivery.contracts.Topic;
import io.dronedelivery.contracts.delivery.Attempts.Closed;
import io.dronedelivery.contracts.ingestion.DeliveryRequest;
import io.dronedelivery.contracts.scheduler.CompensationRequested.Step;
import io.dronedelivery.supervisor.domain.compensation.Messages;
import io.dronedelivery.testing.KafkaProbe;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
// For all tests of the module: one start of the service serves them.
@WithTestResource(value = StandInServices.class, scope = TestResourceScope.GLOBAL)
class CompensationTest {
    private static final String COMPENSATION = "/operations/compensations/{deliveryId}/{attempt}";
    private static final List<Step> ALL = List.of(Step.values());

    private final String deliveryId = UUID.randomUUID().toString();

    @SuppressWarnings("NullAway.Init") // set by the test resource
    StandInServices services;

    @Test
    void whatTheSchedulerCouldNotCarryOutIsUndoneAndWhatItReplacedAskedForAgain() {
        var restore = Messages.restore(deliveryId, Instant.now());
        services.closing(deliveryId, new Closed(true, restore));

        send(ALL);
        send(ALL);

        becomes("Finished");
        assertThat(services.calls(deliveryId))
                .containsExactly(
                        "PUT /deliveries/" + deliveryId + "/attempts/1/closure",
                        "DELETE /shipments/" + deliveryId + "/attempts/1",
                        "DELETE /reservations/" + deliveryId + "/attempts/1",
                        "DELETE /packages/" + deliveryId + "/attempts/1",
                        "DELETE /charges/" + deliveryId + "/attempts/1");
        try (KafkaProbe probe = new KafkaProbe()) {
            assertThat(probe.await(
                            Topic.DELIVERY_REQUESTS,
                            DeliveryRequest.class,
                            request -> request.deliveryId().equals(deliveryId),
                            1))
                    .containsExactly(restore);
        }
        compensation()
                .body(
                        "failed", equalTo("SCHEDULE"),
                        "closure.code", equalTo("UNAVAILABLE"),
                        "undone.step",
                                equalTo(List.of("BOOK_SHIPMENT", "RESERVE_DRONE", "REGISTER_PACKAGE", "HOLD_MONEY")));
    }

    @Test
    void whatCannotBeUndoneIsParkedAndListedAndHealedByAPerson() {
        services.breakDown("/reservations", deliveryId);
        send(ALL);

        becomes("Parked");
        compensation().body("state.failure", containsString("undoing RESERVE_DRONE failed"));
        given().queryParam("status", "PARKED")
                .get("/operations/compensations")
                .then()
                .statusCode(200)
                .body(
                        "compensations.deliveryId",
                        hasItem(deliveryId),
                        "compensations.state.type",
                        everyItem(equalTo("Parked")));

        services.mend("/reservations", deliveryId);
        retry().statusCode(204);

        becomes("Finished");
        retry().statusCode(409).body("type", equalTo("urn:drone-delivery:problem:not-parked"));
    }

    @Test
    void aFailedFlightIsUndoneOnceItsGraceIsOver() {
        try (KafkaProbe probe = new KafkaProbe()) {
            Instant longAgo = Instant.now().minus(Duration.ofHours(1));
            probe.send(
                    Topic.DELIVERY_EVENTS,
                    deliveryId,
                    deliveryId + "/5",
                    Messages.interrupted(deliveryId, 1, 5, longAgo));
        }

        becomes("Finished");
        assertThat(services.calls(deliveryId)).hasSize(5);
        compensation().body("closure.code", equalTo("FLIGHT_FAILED"));
    }

    @Test
    void pagesFollowEachOtherByTheirCursor() {
        String other = UUID.randomUUID().toString();
        send(ALL);
        becomes("Finished");
        try (KafkaProbe probe = new KafkaProbe()) {
            probe.send(
                    Topic.DELIVERY_COMPENSATIONS,
                    other,
                    other + "/1",
                    Messages.compensation(other, 1, ALL, Instant.now()));
        }
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> get(COMPENSATION, other, 1).then().statusCode(200));

        String cursor = get("/operations/compensations?limit=1")
                .then()
                .body("compensations.deliveryId", equalTo(List.of(other)))
                .extract()
                .path("next");
        get("/operations/compensations?limit=1&cursor=" + cursor)
                .then()
                .body("compensations.deliveryId", equalTo(List.of(deliveryId)));
    }

    @Test
    void whatIsWrongIsNamed() {
        get("/operations/compensations?status=LOST").then().statusCode(400).body("errors[0].field", equalTo("status"));
        get("/operations/compensations?limit=0").then().statusCode(400).body("errors[0].field", equalTo("limit"));
        get("/operations/compensations?cursor=x").then().statusCode(400).body("errors[0].field", equalTo("cursor"));
        compensation().statusCode(404).body("code", equalTo("NOT_FOUND"));
        retry().statusCode(404);
    }

    private void send(List<Step> steps) {
        try (KafkaProbe probe = new KafkaProbe()) {
            probe.send(
                    Topic.DELIVERY_COMPENSATIONS,
                    deliveryId,
                    deliveryId + "/1",
                    Messages.compensation(deliveryId, 1, steps, Instant.now()));
        }
    }

    private ValidatableResponse compensation() {
        return get(COMPENSATION, deliveryId, 1).then();
    }

    private ValidatableResponse retry() {
        return post(COMPENSATION + "/retry", deliveryId, 1).then();
    }

    private void becomes(String state) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> compensation().statusCode(200).body("state.type", equalTo(state)));
    }
}
