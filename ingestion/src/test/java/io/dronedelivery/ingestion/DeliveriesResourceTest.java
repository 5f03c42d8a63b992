package io.dronedelivery.ingestion;

import static io.dronedelivery.ingestion.PublicApi.CANCELLATION;
import static io.dronedelivery.ingestion.PublicApi.PATH;
import static io.dronedelivery.ingestion.PublicApi.as;
import static io.dronedelivery.ingestion.PublicApi.cancel;
import static io.dronedelivery.ingestion.PublicApi.schedule;
import static io.dronedelivery.ingestion.PublicApi.storedFor;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import io.dronedelivery.chassis.calls.Downstream;
import io.dronedelivery.chassis.calls.Downstreams;
import io.dronedelivery.contracts.Json;
import io.dronedelivery.contracts.ingestion.DeliveryRequest;
import io.dronedelivery.contracts.ingestion.DeliveryRequest.CancelDelivery;
import io.dronedelivery.contracts.ingestion.DeliveryRequest.ScheduleDelivery;
import io.dronedelivery.ingestion.domain.Bodies;
import io.dronedelivery.issuer.Grant;
import io.dronedelivery.testing.access.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.smallrye.faulttolerance.api.CircuitBreakerState;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** The public API's writing side over HTTP, a real broker behind it. */
@QuarkusTest
@QuarkusTestResource(DeliveryStandIn.class)
class DeliveriesResourceTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private final Downstreams downstreams;

    DeliveriesResourceTest(Downstreams downstreams) {
        this.downstreams = downstreams;
    }

    @Test
    void whatIsAnswered202IsInTheTopic() {
        ValidatableResponse answer = schedule(Bodies.ORDER).then().statusCode(202);
        String deliveryId = answer.extract().path("deliveryId");
        String requestId = answer.extract().path("requestId");
        String self = "http://localhost:8080" + PATH + "/" + deliveryId;

        answer.header("Location", self)
                .body("status", equalTo("PENDING"))
                .body("links.self", equalTo(self))
                .body("links.timeline", equalTo(self + "/timeline"))
                .body("links.tracking", equalTo(self + "/tracking"));
        assertThat(storedFor(deliveryId)).singleElement().satisfies(record -> {
            assertThat(header(record, "ce_id")).isEqualTo(requestId);
            assertThat(header(record, "ce_type")).isEqualTo("ScheduleDelivery");
            assertThat(header(record, "ce_source")).isEqualTo("/ingestion");
            assertThat(header(record, "ce_specversion")).isEqualTo("1.0");
            assertThat(Json.read(record.value(), DeliveryRequest.class)).isInstanceOf(ScheduleDelivery.class);
        });
    }

    @Test
    void theAccountIsTheTokensWhateverOtherHeadersSay() {
        String deliveryId = as("ann")
                .header("Account-Id", "bo")
                .header("Operator-Id", "bo")
                .header("X-Forwarded-User", "bo")
                .body(Bodies.ORDER)
                .post(PATH)
                .then()
                .statusCode(202)
                .extract()
                .path("deliveryId");

        assertThat(storedFor(deliveryId)).singleElement().satisfies(record -> assertThat(
                        Json.read(record.value(), DeliveryRequest.class).accountId())
                .isEqualTo("ann"));
        as("bo").header("Account-Id", "ann")
                .post(CANCELLATION, DeliveryStandIn.SCHEDULED)
                .then()
                .statusCode(404);
    }

    @Test
    void theExamplesOfTheDescriptionAreAccepted() throws Exception {
        JsonNode described = Json.MAPPER.readTree(
                given().queryParam("format", "json").get("/q/openapi").body().asByteArray());
        JsonNode examples = described
                .path("paths")
                .path(PATH)
                .at("/post/requestBody/content")
                .path("application/json")
                .path("examples");

        assertThat(examples).isNotEmpty();
        for (JsonNode example : examples) {
            schedule(example.path("value").toString()).then().statusCode(202);
        }
    }

    @Test
    void aKeyMeansTheSameWithAndWithoutQuotes() {
        String plain = as("ann", "k-1").body(Bodies.LEAST).post(PATH).path("requestId");
        String quoted = as("ann", "\"k-1\"").body(Bodies.LEAST).post(PATH).path("requestId");

        assertThat(quoted).isEqualTo(plain);
    }

    @Test
    void aChangeOfAKnownDeliveryIsQueued() {
        as("ann")
                .contentType("application/merge-patch+json")
                .body("{\"dropoff\": {\"location\": {\"latitude\": 47.4, \"longitude\": 8.5}}}")
                .patch(PATH + "/" + DeliveryStandIn.SCHEDULED)
                .then()
                .statusCode(202)
                .body("deliveryId", equalTo(DeliveryStandIn.SCHEDULED))
                .body("status", equalTo("PENDING"));
    }

    @Test
    void aCancellationNeedsNoBodyAndNoReason() {
        given().header(Tokens.bearer(Grant.customer("ann")))
                .header("Idempotency-Key", "no-body")
                .noContentType()
                .post(CANCELLATION, DeliveryStandIn.SCHEDULED)
                .then()
                .statusCode(202)
                .body("deliveryId", equalTo(DeliveryStandIn.SCHEDULED));
        as("ann", "no-body")
                .body("{}")
                .post(CANCELLATION, DeliveryStandIn.SCHEDULED)
                .then()
                .statusCode(202);
    }

    @Test
    void aChangeThatIsTooLateIsRefused() {
        refused("ann", DeliveryStandIn.PICKED_UP, 409, "ALREADY_PICKED_UP");
        refused("ann", DeliveryStandIn.ENDED, 409, "ALREADY_ENDED");
        refused("bo", DeliveryStandIn.SCHEDULED, 404, "NOT_FOUND");
        refused("ann", "nonsense", 404, "NOT_FOUND");
        as("bo").contentType("application/merge-patch+json")
                .body("{\"dropoff\": {\"location\": {\"latitude\": 47.4, \"longitude\": 8.5}}}")
                .patch(PATH + "/" + DeliveryStandIn.SCHEDULED)
                .then()
                .statusCode(404)
                .body("code", equalTo("NOT_FOUND"));
    }

    @Test
    void aChangeIsQueuedThoughDeliveryDoesNotKnowItOrDoesNotAnswer() {
        for (String deliveryId : List.of(DeliveryStandIn.UNKNOWN, DeliveryStandIn.HANGING)) {
            String requestId = as("ann")
                    .body("{\"reason\": \"too late\"}")
                    .post(CANCELLATION, deliveryId)
                    .then()
                    .statusCode(202)
                    .body("status", equalTo("PENDING"))
                    .extract()
                    .path("requestId");
            assertThat(storedFor(deliveryId)).singleElement().satisfies(record -> assertThat(
                            Json.read(record.value(), DeliveryRequest.class))
                    .isInstanceOfSatisfying(CancelDelivery.class, stored -> {
                        assertThat(stored.requestId()).isEqualTo(requestId);
                        assertThat(stored.reason()).isEqualTo("too late");
                    }));
        }
    }

    @Test
    void whileTheCircuitIsOpenDeliveryIsNotCalledAndAChangeIsQueued() {
        refused("ann", DeliveryStandIn.PICKED_UP, 409, "ALREADY_PICKED_UP");
        Downstream delivery = downstreams.of("delivery");
        while (delivery.circuit() != CircuitBreakerState.OPEN) {
            delivery.call(() -> Uni.createFrom().failure(new IllegalStateException("down")))
                    .onFailure()
                    .recoverWithNull()
                    .await()
                    .atMost(TIMEOUT);
        }

        cancel("ann", DeliveryStandIn.PICKED_UP).then().statusCode(202);

        await().atMost(TIMEOUT).until(() -> delivery.circuit() == CircuitBreakerState.HALF_OPEN);
        refused("ann", DeliveryStandIn.PICKED_UP, 409, "ALREADY_PICKED_UP");
        given().get("/operations/downstreams")
                .then()
                .statusCode(200)
                .body("[0].name", equalTo("delivery"))
                .body("[0].circuit", equalTo("CLOSED"));
    }

    private static void refused(String account, String deliveryId, int status, String code) {
        cancel(account, deliveryId).then().statusCode(status).body("code", equalTo(code));
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }
}
