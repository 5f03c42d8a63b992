package io.dronedelivery.delivery;

import static io.dronedelivery.contracts.InternalPaths.ATTEMPT;
import static io.dronedelivery.contracts.InternalPaths.CLOSURE;
import static io.dronedelivery.contracts.InternalPaths.DELIVERY;
import static io.dronedelivery.contracts.InternalPaths.OPENINGS;
import static io.dronedelivery.contracts.InternalPaths.SCHEDULE;
import static io.dronedelivery.contracts.InternalPaths.SCHEDULES;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.dronedelivery.contracts.Batch.Call;
import io.dronedelivery.contracts.Batch.Calls;
import io.dronedelivery.contracts.Json;
import io.dronedelivery.contracts.Refusal;
import io.dronedelivery.contracts.Topic;
import io.dronedelivery.contracts.delivery.Attempts.Closure;
import io.dronedelivery.contracts.delivery.Attempts.OpeningCall;
import io.dronedelivery.contracts.delivery.DeliveryStatus;
import io.dronedelivery.contracts.drone.DroneTelemetry.FlightStatus;
import io.dronedelivery.contracts.ingestion.DeliveryOrder.Confirmation;
import io.dronedelivery.contracts.ingestion.DeliveryRequest.CancelDelivery;
import io.dronedelivery.issuer.Grant;
import io.dronedelivery.testing.KafkaProbe;
import io.dronedelivery.testing.Orders;
import io.dronedelivery.testing.access.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DeliveryEdgeTest {
    private static final String EMOJI = "\uD83D\uDE81"; // one character, two chars
    private static final int REFERENCE_CHARACTERS_MAX = 200;
    private final String account = "account-" + UUID.randomUUID();
    private final KafkaProbe probe = new KafkaProbe();

    @AfterEach
    void close() {
        probe.close();
    }

    @Test
    void aRequestBecomesACompletedDeliveryWithEachEventOnce() {
        Journey journey = journey(Confirmation.NONE).requested().scheduled().takenOffFromThePickup();
        journey.awaiting(DeliveryStatus.HEADED_TO_DROPOFF);
        journey.get("").then().body("eta.expected", notNullValue()).body("position", notNullValue());
        journey.landedAtTheDropoff().awaiting(DeliveryStatus.COMPLETED);
        assertThat(journey.published(Journey.EVENTS_OF_A_COMPLETED_FLIGHT))
                .extracting(event -> event.header().version())
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 7).boxed().toList());
        journey.get("/timeline")
                .then()
                .statusCode(200)
                .body("events", hasSize(7))
                .body("events[6].type", equalTo("DeliveryCompleted"))
                .body("events[6].header.cause.reference", equalTo(journey.drone));
    }

    @Test
    void anUnreadableMessageGoesToTheDeadLettersAndHoldsUpNoOther() {
        Journey journey = journey(Confirmation.NONE).requested().scheduled();
        String poison = "poison-" + journey.id;
        probe.send(Topic.DRONE_TELEMETRY.topicName(), journey.drone, poison, "DroneTelemetry", "{".getBytes(UTF_8));
        journey.takenOffFromThePickup().landedAtTheDropoff().awaiting(DeliveryStatus.COMPLETED);
        var dead = probe.awaitRecords(
                        Topic.DRONE_TELEMETRY.deadLetters(), message -> journey.drone.equals(message.key()), 1)
                .getFirst()
                .headers();
        assertThat(dead.lastHeader("ce_id").value()).isEqualTo(poison.getBytes(UTF_8));
        assertThat(dead.lastHeader("dead-letter-group").value()).isEqualTo("delivery".getBytes(UTF_8));
        assertThat(dead.lastHeader("dead-letter-stack-digest").value()).hasSize(12);
    }

    @Test
    void theSameRequestIsOpenedTheSame() {
        Journey journey = journey(Confirmation.NONE);
        for (int repeat = 0; repeat < 2; repeat++) {
            journey.open(journey.request())
                    .then()
                    .statusCode(200)
                    .body("type", equalTo("Proceed"))
                    .body("attempt", equalTo(1));
        }
        given().get(DELIVERY, journey.id).then().statusCode(200).body("accountId", equalTo(account));
    }

    @Test
    void manyAttemptsAreOpenedAndScheduledEachForItself() {
        Journey journey = journey(Confirmation.NONE);
        Journey other = journey(Confirmation.NONE);
        putAll(OPENINGS, new OpeningCall(journey.request()), new OpeningCall(cancel(other)))
                .body("answers[0].value.opening.type", equalTo("Proceed"))
                .body("answers[1].problem.type", equalTo("http://localhost:8080/problems/not-yet"));
        putAll(SCHEDULES, new Call<>(journey.id, 1, journey.schedule()), new Call<>(other.id, 1, other.schedule()))
                .body("answers[0].problem", nullValue())
                .body("answers[1].problem.code", equalTo("NOT_FOUND"));
        journey.awaiting(DeliveryStatus.SCHEDULED);
    }

    private static ValidatableResponse putAll(String path, Object... calls) {
        return given().contentType("application/json")
                .body(Json.text(new Calls<>(List.of(calls))))
                .put(path)
                .then()
                .statusCode(200);
    }

    @Test
    void aChangeOfAnUnknownDeliveryIsToBeTriedAgain() {
        Journey journey = journey(Confirmation.NONE);
        journey.open(cancel(journey))
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("type", equalTo("http://localhost:8080/problems/not-yet"))
                .body("code", nullValue());
        given().get(DELIVERY, journey.id).then().statusCode(404).body("code", equalTo("NOT_FOUND"));
    }

    @Test
    void aCancelAfterThePickupIsRefused() {
        Journey journey = journey(Confirmation.NONE).requested().scheduled().takenOffFromThePickup();
        journey.awaiting(DeliveryStatus.HEADED_TO_DROPOFF);
        journey.open(cancel(journey)).then().statusCode(200).body("type", equalTo("Halt"));
        journey.get("").then().body("refusals[0].code", equalTo("ALREADY_PICKED_UP"));
    }

    @Test
    void aClosedAttemptIsRejectedAndItsScheduleRefused() {
        Journey journey = journey(Confirmation.NONE);
        journey.open(journey.request());
        Closure closure = new Closure(journey.request().requestId(), Refusal.ACCOUNT_SUSPENDED, "suspended");
        journey.put(CLOSURE, closure).then().statusCode(200).body("undo", equalTo(true));
        journey.get("")
                .then()
                .body("status", equalTo("REJECTED"))
                .body("reason.code", equalTo("ACCOUNT_SUSPENDED"))
                .body("reason.detail", equalTo("suspended"));
        given().contentType("application/json")
                .body("""
                        {"requestId": "r", "price": {"minor": 1, "currency": "EUR"}, "assignment": {"means": "DRONE",
                        "carrier": "d", "pickupAt": "2026-01-01T00:00:00Z", "dropoffAt": "2026-01-01T00:00:00Z"}}
                        """)
                .put(DELIVERY + ATTEMPT + SCHEDULE, journey.id, 1)
                .then()
                .statusCode(409)
                .body("code", equalTo("ALREADY_ENDED"));
    }

    @Test
    void thePinIsShownToItsOwnerAndCompletesTheHeldDelivery() {
        Journey journey = journey(Confirmation.PIN).requested().scheduled();
        journey.takenOffFromThePickup().landedAtTheDropoff().awaiting(DeliveryStatus.ARRIVING);
        String pin = journey.get("")
                .then()
                .body("pin", matchesPattern("[0-9]{4}"))
                .extract()
                .path("pin");
        confirm(journey, account, "x" + pin).statusCode(422).body("code", equalTo("WRONG_CONFIRMATION"));
        confirm(journey, "stranger", pin).statusCode(404);
        confirm(journey, account, pin).statusCode(200).body("status", equalTo("COMPLETED"));
        confirm(journey, account, pin).statusCode(200);
        assertThat(Json.text(journey.published(Journey.EVENTS_OF_A_COMPLETED_FLIGHT)))
                .doesNotContain("\"pin\"");
    }

    @Test
    void anotherAccountsDeliveryIsNotThere() {
        Journey journey = journey(Confirmation.NONE).requested();
        for (String path : new String[] {"", "/timeline", "/tracking"}) {
            given().header(Tokens.bearer(Grant.customer("stranger")))
                    .header("Account-Id", account)
                    .header("X-Forwarded-User", account)
                    .get("/api/v2/deliveries/" + journey.id + path)
                    .then()
                    .statusCode(404)
                    .contentType("application/problem+json");
        }
    }

    @Test
    void anAccountsDeliveriesComeInPages() {
        Journey first = journey(Confirmation.NONE).requested();
        Journey second = journey(Confirmation.NONE).requested();
        String next = list("limit=1")
                .body("deliveries.deliveryId", contains(second.id))
                .extract()
                .path("next");
        list("limit=1&cursor=" + next)
                .body("deliveries.deliveryId", contains(first.id))
                .body("next", nullValue());
        list("status=PENDING").body("deliveries", hasSize(2));
        list("status=COMPLETED").body("deliveries", hasSize(0));
        String longest = EMOJI.repeat(REFERENCE_CHARACTERS_MAX);
        list("reference=" + longest).body("deliveries", hasSize(0));
        for (String wrong : new String[] {
            "limit=0", "limit=101", "limit=many", "status=LOST", "cursor=nonsense", "reference=" + longest + EMOJI
        }) {
            given().header(Tokens.bearer(Grant.customer(account)))
                    .get("/api/v2/deliveries?" + wrong)
                    .then()
                    .statusCode(400)
                    .body("errors[0].field", equalTo(wrong.substring(0, wrong.indexOf('='))));
        }
    }

    @Test
    void aDroneOnTheGroundAtTheDropoffBeforeItsFlightCompletesNothing() {
        Journey journey = journey(Confirmation.NONE).requested().scheduled();
        journey.sample(Orders.DROPOFF, FlightStatus.GROUNDED);
        journey.takenOffFromThePickup().awaiting(DeliveryStatus.HEADED_TO_DROPOFF);
    }

    private ValidatableResponse list(String query) {
        return given().header(Tokens.bearer(Grant.customer(account)))
                .get("/api/v2/deliveries?" + query)
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse confirm(Journey journey, String account, String pin) {
        return given().header(Tokens.bearer(Grant.customer(account)))
                .contentType("application/json")
                .body("{\"pin\": \"" + pin + "\"}")
                .post("/api/v2/deliveries/{id}/confirmation", journey.id)
                .then();
    }

    private CancelDelivery cancel(Journey journey) {
        return new CancelDelivery("cancel/" + journey.id, journey.id, account, Instant.now(), null);
    }

    private Journey journey(Confirmation confirmation) {
        return new Journey(probe, account, confirmation);
    }
}
