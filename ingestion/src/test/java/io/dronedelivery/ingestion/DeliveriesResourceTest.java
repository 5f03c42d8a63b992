package io.dronedelivery.ingestion;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.JsonNode;
import io.dronedelivery.contracts.Json;
import io.dronedelivery.contracts.Topic;
import io.dronedelivery.contracts.ingestion.DeliveryRequest;
import io.dronedelivery.contracts.ingestion.DeliveryRequest.CancelDelivery;
import io.dronedelivery.contracts.ingestion.DeliveryRequest.ScheduleDelivery;
import io.dronedelivery.ingestion.domain.Bodies;
import io.dronedelivery.testing.KafkaProbe;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** The public API's writing side over HTTP, a real broker behind it. */
@QuarkusTest
@QuarkusTestResource(DeliveryStandIn.class)
class DeliveriesResourceTest {
    private static final String REQUESTS = Topic.DELIVERY_REQUESTS.topicName();
    private static final String PATH = "/api/v1/deliveries";

    @Test
    void whatIsAnswered202IsInTheTopic() {
        ValidatableResponse answer = schedule(Bodies.ORDER).then().statusCode(202);
        String deliveryId = answer.extract().path("deliveryId");
        String requestId = answer.extract().path("requestId");
        String self = "http://localhost:8087" + PATH + "/" + deliveryId;

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
        String plain = as("ann")
                .header("Idempotency-Key", "k-1")
                .body(Bodies.LEAST)
                .post(PATH)
                .path("requestId");
        String quoted = as("ann")
                .header("Idempotency-Key", "\"k-1\"")
                .body(Bodies.LEAST)
                .post(PATH)
                .path("requestId");

        assertThat(quoted).isEqualTo(plain);
    }

    @Test
    void badInputIsAnsweredWithEveryFieldAndNothingIsQueued() {
        int before = stored();

        schedule(Bodies.ORDER.replace("900", "0").replace("SMALL", "TINY"))
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:drone-delivery:problem:invalid"))
                .body("code", equalTo("INVALID"))
                .body("errors", hasSize(2))
                .body("errors.field", hasItem("/package/weightGrams"))
                .body("errors.field", hasItem("/package/size"))
                .body("errors.message", everyItem(containsString("must be")));
        malformed("{\"pickup\": {\n  \"location\" 5", "is not JSON at line 2, column ");
        malformed("{\"pickup\": {}, \"pickup\": {}}", "Duplicate field 'pickup'");
        malformed("{} {}", "Trailing token");
        malformed("", "No content");
        malformed("null", "must be a JSON object");
        malformed("[1]", "must be a JSON object, but is a list");
        malformed("[".repeat(2000), "is not JSON");
        assertThat(stored()).isEqualTo(before);
    }

    @Test
    void badHeadersAreRefusedAndNothingIsQueued() {
        int before = stored();

        given().contentType("application/json")
                .body(Bodies.ORDER)
                .post(PATH)
                .then()
                .statusCode(401)
                .contentType("application/problem+json");
        as("an ne").body(Bodies.ORDER).post(PATH).then().statusCode(401);
        as("ann")
                .header("Idempotency-Key", "k".repeat(256))
                .body(Bodies.ORDER)
                .post(PATH)
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("Idempotency-Key"));
        given().header("Account-Id", "ann")
                .contentType("text/plain")
                .body(Bodies.ORDER)
                .post(PATH)
                .then()
                .statusCode(415)
                .contentType("application/problem+json");
        assertThat(stored()).isEqualTo(before);
    }

    @Test
    void aBodyThatIsTooLargeIsRefusedAndNotQueued() {
        int before = stored();

        schedule(" ".repeat(70_000) + Bodies.ORDER)
                .then()
                .statusCode(413)
                .contentType("application/problem+json")
                .body("detail", containsString("64 KiB"));
        assertThat(stored()).isEqualTo(before);
    }

    @Test
    void aBodySentInChunksHasTheSameLimit() throws Exception {
        int before = stored();

        assertThat(inChunks(" ".repeat(70_000) + Bodies.ORDER)).isEqualTo(413);
        assertThat(stored()).isEqualTo(before);
        assertThat(inChunks(Bodies.ORDER)).isEqualTo(202);
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
                .body("status", equalTo("SCHEDULED"));
    }

    @Test
    void whatIsImpossibleByNowIsRefused() {
        refused("ann", DeliveryStandIn.PICKED_UP, 409, "ALREADY_PICKED_UP");
        refused("ann", DeliveryStandIn.ENDED, 409, "ALREADY_ENDED");
        refused("bo", DeliveryStandIn.SCHEDULED, 404, "NOT_FOUND");
        refused("ann", "nonsense", 404, "NOT_FOUND");
    }

    @Test
    void whereDeliveryKnowsNothingOrIsSilentTheRequestIsQueuedAllTheSame() {
        for (String deliveryId : List.of(DeliveryStandIn.UNKNOWN, DeliveryStandIn.HANGING)) {
            String requestId = as("ann")
                    .queryParam("reason", "too late")
                    .delete(PATH + "/" + deliveryId)
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

    private static int inChunks(String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(RestAssured.baseURI + ":" + RestAssured.port + PATH))
                .header("Account-Id", "ann")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body.getBytes(UTF_8))))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.discarding()).statusCode();
        }
    }

    private static void malformed(String body, String says) {
        schedule(body)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors[0].field", equalTo(""))
                .body("errors[0].message", containsString(says));
    }

    private static void refused(String account, String deliveryId, int status, String code) {
        as(account).delete(PATH + "/" + deliveryId).then().statusCode(status).body("code", equalTo(code));
    }

    private static Response schedule(String body) {
        return as("ann").body(body).post(PATH);
    }

    private static RequestSpecification as(String account) {
        return given().header("Account-Id", account).contentType("application/json");
    }

    private static List<ConsumerRecord<String, byte[]>> storedFor(String deliveryId) {
        try (KafkaProbe probe = new KafkaProbe()) {
            return probe.awaitRecords(REQUESTS, record -> record.key().equals(deliveryId), 1);
        }
    }

    private static int stored() {
        try (KafkaProbe probe = new KafkaProbe()) {
            return probe.all(REQUESTS).size();
        }
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }
}
