package io.dronedelivery.supervisor.watch;

import static io.dronedelivery.supervisor.watch.domain.DeliveryMessages.attempt;
import static io.dronedelivery.supervisor.watch.domain.DeliveryMessages.version;
import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.dronedelivery.contracts.Topic;
import io.dronedelivery.contracts.delivery.DeliveryEvent;
import io.dronedelivery.contracts.delivery.DeliveryStatus;
import io.dronedelivery.contracts.ingestion.DeliveryRequest;
import io.dronedelivery.issuer.Grant;
import io.dronedelivery.supervisor.PgFixture;
import io.dronedelivery.supervisor.StandInServices;
import io.dronedelivery.supervisor.watch.domain.DeliveryMessages;
import io.dronedelivery.testing.KafkaProbe;
import io.dronedelivery.testing.ManagementInterface;
import io.dronedelivery.testing.access.Tokens;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(WatchTest.Impatient.class)
@WithTestResource(value = StandInServices.class, scope = TestResourceScope.GLOBAL)
class WatchTest {
    /** Seconds instead of minutes; not in the other tests, whose requests nobody answers. */
    public static final class Impatient implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("supervisor.answer-within", "2s", "supervisor.overdue-grace", "4s");
        }
    }

    private final String deliveryId = UUID.randomUUID().toString();
    private final String unanswered = "UNANSWERED_REQUEST-" + deliveryId + "-request-" + deliveryId;
    private final String overdue = "OVERDUE_FLIGHT-" + deliveryId + "-1";
    private final String lost = "RECOVER_PARCEL-" + deliveryId + "-1";

    @SuppressWarnings("NullAway.Init") // set by the test resource
    StandInServices services;

    @Test
    void anUnansweredRequestRaisesAnAlertThatItsAnswerClears() {
        DeliveryMessages d = new DeliveryMessages(deliveryId, Instant.now());
        services.showing(d.view(DeliveryStatus.PENDING, version(1), attempt(0), null));
        send(d.schedule());

        becomes(unanswered, "Open");
        get("/operations/alerts/{id}", unanswered)
                .then()
                .body(
                        "alert.known.request.requestId", equalTo(d.scheduleId()),
                        "alert.known.delivery.status", equalTo("PENDING"),
                        "alert.known.delivery.pin", nullValue(),
                        "compensations", equalTo(List.of()));
        get("/operations/requests/{id}", d.scheduleId())
                .then()
                .body("standing.type", equalTo("Missed"), "deliveryId", equalTo(deliveryId));
        act(unanswered, "redrive").statusCode(200).body("acts.operator", equalTo(List.of("Ada")));
        assertThat(published(2)).containsExactly(d.schedule(), d.schedule());

        send(d.requested(), d.created(version(2), attempt(1), d.scheduleId()), d.completed(version(3), attempt(1)));

        becomes(unanswered, "Cleared");
        get("/operations/alerts/{id}", unanswered).then().body("alert.state.by", containsString("DeliveryCreated"));
        act(unanswered, "redrive").statusCode(409).body("type", equalTo("http://localhost:8080/problems/not-possible"));
        get("/operations/requests/{id}", d.scheduleId())
                .then()
                .body("standing.type", equalTo("Answered"), "request", nullValue());
    }

    @Test
    void anOverdueFlightRaisesAnAlertThenIsInterrupted() {
        DeliveryMessages d = new DeliveryMessages(deliveryId, Instant.now().minus(DeliveryMessages.FLIGHT));
        services.showing(d.view(DeliveryStatus.HEADED_TO_DROPOFF, version(2), attempt(1), null));
        send(d.requested(), d.created(version(2), attempt(1), d.scheduleId()));

        becomes(overdue, "Open");
        assertThat(services.calls(deliveryId)).isEmpty();
        Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(services.calls(deliveryId))
                .containsExactly("PUT /deliveries/" + deliveryId + "/attempts/1/interruption"));

        send(d.failed(version(3), attempt(1)));
        becomes(overdue, "Cleared");
    }

    @Test
    void aLostParcelIsResolvedByAPersonWhoLeavesANote() {
        DeliveryMessages d = new DeliveryMessages(deliveryId, Instant.now());
        send(
                d.pickedUp(version(3), attempt(1)),
                d.interrupted(version(4), attempt(1), DeliveryMessages.PLACE),
                d.failed(version(5), attempt(1)));
        becomes(lost, "Open");
        given().queryParams("status", "OPEN", "kind", "RECOVER_PARCEL")
                .get("/operations/alerts")
                .then()
                .body("alerts.id", hasItem(lost), "alerts.kind", everyItem(equalTo("RECOVER_PARCEL")));
        Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(
                        ManagementInterface.get("/metrics").asString())
                .containsPattern("watch_alerts_open\\{kind=\"RECOVER_PARCEL\"\\} [1-9]"));

        act(lost, "redrive").statusCode(409);
        given().header(Tokens.bearer(Grant.operator("Ada")))
                .contentType("application/json")
                .body("{}")
                .post("/operations/alerts/{id}/resolution", lost)
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("/note"));
        // The alert is there before the end of the delivery is read.
        Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> act(lost, "resolution")
                .statusCode(200)
                .body("acts[0].note", equalTo("fetched from the lake"), "acts[0].at", notNullValue()));
        becomes(lost, "Resolved");
        act(lost, "resolution").statusCode(409);
    }

    @Test
    void anOpenAlertComesWithWhatIsStillToBeUndoneForItsDelivery() {
        DeliveryMessages d = new DeliveryMessages(deliveryId, Instant.now());
        send(d.pickedUp(version(3), attempt(1)), d.interrupted(version(4), attempt(1), DeliveryMessages.PLACE));
        becomes(lost, "Open");
        String found = "alerts.find { it.id == '" + lost + "' }";

        Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> get("/operations/open-alerts?limit=200")
                .then()
                .statusCode(200)
                .body(found + ".kind", equalTo("RECOVER_PARCEL"))
                .body(found + ".deliveryId", equalTo(deliveryId))
                .body(found + ".raisedAt", notNullValue())
                .body(found + ".position.latitude", equalTo((float) DeliveryMessages.PLACE.latitude()))
                .body(found + ".compensations.attempt", equalTo(List.of(1)))
                .body(found + ".compensations[0].code", equalTo("FLIGHT_FAILED")));
        get("/operations/counts").then().body("alerts.RECOVER_PARCEL", greaterThanOrEqualTo(1));
        get("/operations/open-alerts?limit=1").then().body("alerts", hasSize(1));
        get("/operations/open-alerts?limit=201").then().statusCode(400).body("errors[0].field", equalTo("limit"));
    }

    @Test
    void aWrongParameterIsNamed() {
        get("/operations/alerts?status=LOST").then().statusCode(400).body("errors[0].field", equalTo("status"));
        get("/operations/alerts?kind=LOST").then().statusCode(400).body("errors[0].field", equalTo("kind"));
        get("/operations/alerts?limit=0").then().statusCode(400).body("errors[0].field", equalTo("limit"));
        get("/operations/alerts?cursor=x").then().statusCode(400).body("errors[0].field", equalTo("cursor"));
        get("/operations/alerts/none").then().statusCode(404).body("code", equalTo("NOT_FOUND"));
        get("/operations/requests/none").then().statusCode(404);
        act("none", "redrive").statusCode(404);
    }

    private ValidatableResponse act(String id, String what) {
        return given().header(Tokens.bearer(Grant.operator("Ada")))
                .contentType("application/json")
                .body(Map.of("note", "fetched from the lake"))
                .post("/operations/alerts/{id}/{what}", id, what)
                .then();
    }

    private void becomes(String id, String state) {
        Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> get("/operations/alerts/{id}", id)
                .then()
                .statusCode(200)
                .body("alert.state.type", equalTo(state)));
    }

    private void send(DeliveryRequest request) {
        try (KafkaProbe probe = new KafkaProbe()) {
            probe.send(Topic.DELIVERY_REQUESTS, deliveryId, request.requestId(), request);
        }
    }

    private void send(DeliveryEvent... events) {
        try (KafkaProbe probe = new KafkaProbe()) {
            for (DeliveryEvent event : events) {
                probe.send(Topic.DELIVERY_EVENTS, deliveryId, event.eventId(), event);
            }
        }
    }

    private List<DeliveryRequest> published(int count) {
        return PgFixture.published(deliveryId, count);
    }
}
