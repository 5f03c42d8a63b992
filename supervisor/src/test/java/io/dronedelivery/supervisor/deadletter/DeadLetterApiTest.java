package io.dronedelivery.supervisor.deadletter;

import static io.dronedelivery.supervisor.deadletter.DeadLetterClient.LETTERS;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import io.dronedelivery.contracts.Json;
import io.dronedelivery.contracts.Topic;
import io.dronedelivery.supervisor.deadletter.domain.DeadLetter.Place;
import io.dronedelivery.supervisor.deadletter.domain.DeadLetterRecords;
import io.dronedelivery.testing.KafkaProbe;
import io.dronedelivery.testing.ManagementInterface;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
class DeadLetterApiTest {
    private static final byte[] BROKEN = "{".getBytes(UTF_8);

    private final String name = UUID.randomUUID().toString();
    private final DeadLetterClient client = new DeadLetterClient();

    @AfterEach
    void close() {
        client.close();
    }

    @ParameterizedTest
    @EnumSource(Topic.class)
    void anUnreadableMessageIsEditedAndArrivesOnceThoughReplayedTwice(Topic topic) {
        long id = client.awaitAt(client.send(topic.deadLetters(), bytes(name), BROKEN, died("poison-" + name)));
        long fence = client.awaitAt(client.send(topic.deadLetters(), bytes(name), BROKEN, died("fence-" + name)));
        given().queryParams("key", name, "topic", topic.topicName(), "status", "OPEN", "group", "a-group")
                .get(LETTERS)
                .then()
                .body("letters.id", equalTo(List.of((int) fence, (int) id)));

        client.replay(id)
                .statusCode(409)
                .body("type", equalTo("http://localhost:8080/problems/not-readable"))
                .body("detail", endsWith("The body is not JSON at line 1, column 2: it ends too early"));
        client.edit(id, BROKEN).statusCode(400).body("detail", containsString("line 1"));
        client.edit(id, good(topic)).statusCode(204);
        client.edit(fence, good(topic)).statusCode(204);
        client.replay(id).statusCode(204);
        client.replay(id).statusCode(204);
        client.replay(fence).statusCode(204);

        assertThat(arrived(topic)).containsExactly("poison-" + name, "fence-" + name);
        client.view(id)
                .body(
                        "state.type", equalTo("Replayed"),
                        "payload.text", equalTo("{"),
                        "journal.what", equalTo(List.of("EDITED", "REPLAYED")),
                        "journal.by", everyItem(equalTo("ann")),
                        "failure.digest", equalTo("d-" + name));
        String view = client.view(id).extract().asString();
        assertThat(Json.read(view, JsonNode.class).at("/edited/json"))
                .isEqualTo(Json.read(good(topic), JsonNode.class));
    }

    @Test
    void anUnreadableMessageHoldsUpNoOtherAndSaysWhyItFailed() {
        String topic = Topic.DELIVERY_COMPENSATIONS.topicName();
        Place garbage = client.send(topic, bytes(name), BROKEN, Map.of("ce_id", bytes("poison-" + name)));
        Place failing = client.send(topic, bytes(name), failing(), Map.of());
        Place broken = client.send(topic, new byte[] {(byte) 0xC3, 0}, new byte[] {(byte) 0xC3}, strangeHeaders());
        Place tombstone = client.send(topic, null, null, Map.of());
        Place quoted =
                client.send(topic, bytes(name), bytes("{\"failed\":\"" + "x".repeat(1_040_000) + "\"}"), Map.of());
        client.send(topic, bytes(name), good(Topic.DELIVERY_COMPENSATIONS), Map.of());

        Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> given().get(
                        "/operations/compensations/{id}/1", name)
                .then()
                .statusCode(200));
        client.view(client.awaitFrom(garbage))
                .body(
                        "failure.group", equalTo("supervisor"),
                        "failure.digest", matchesPattern("[0-9a-f]{12}"),
                        "failure.exceptionClass", equalTo("java.io.UncheckedIOException"),
                        "failure.message", containsString("Unexpected end-of-input"),
                        "event.id", equalTo("poison-" + name),
                        "key", equalTo(name),
                        "payload.text", equalTo("{"));
        client.view(client.awaitFrom(failing))
                .body(
                        "failure.exceptionClass", equalTo("java.lang.NullPointerException"),
                        "payload.json.deliveryId", equalTo(name));
        client.view(client.awaitFrom(broken))
                .body("payload.base64", equalTo("ww=="), "headers.base64", hasItem("/wA="));
        client.view(client.awaitFrom(tombstone)).body("payload", nullValue(), "key", nullValue());
        client.view(client.awaitFrom(quoted)).body("failure.group", equalTo("supervisor"));
    }

    @Test
    void aLetterIsKeptWhateverItHolds() {
        String dead = Topic.TRANSPORT_TRACKING.deadLetters();
        byte[] large = new byte[1 << 20];
        Arrays.fill(large, (byte) 0xFF);

        Place nothing = client.send(dead, null, null, Map.of());
        Place binary = client.send(dead, new byte[] {(byte) 0xFF, 0}, large, strangeHeaders());

        client.view(client.awaitAt(nothing))
                .body(
                        "payload", nullValue(),
                        "failure.digest", equalTo("unknown"),
                        "publishedId", equalTo("dead:%s:0:%d".formatted(dead, nothing.offset())));
        String base64 = client.view(client.awaitAt(binary)).extract().path("payload.base64");
        assertThat(base64).hasSize((large.length + 2) / 3 * 4);
    }

    @Test
    void aLetterThatFailsAgainNamesTheOneItRepeats() {
        String topic = Topic.DELIVERY_COMPENSATIONS.topicName();
        long first =
                client.awaitFrom(client.send(topic, bytes(name), failing(), Map.of("ce_id", bytes("again-" + name))));

        client.replay(first).statusCode(204);

        Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> given().queryParam("key", name)
                .get(LETTERS)
                .then()
                .body("letters.repeats", hasItem((int) first)));
    }

    @Test
    void aFaultIsShownOnceAndReplayedAtOnce() {
        String dead = Topic.DRONE_TELEMETRY.deadLetters();
        long first = client.awaitAt(client.send(dead, bytes(name), good(Topic.DRONE_TELEMETRY), died("one-" + name)));
        long broken = client.awaitAt(client.send(dead, bytes(name), BROKEN, died("two-" + name)));
        String fault = "faults.find { it.failure.digest == 'd-" + name + "' }.";
        given().get(LETTERS + "/faults")
                .then()
                .body(
                        fault + "open", equalTo(2),
                        fault + "topic", equalTo("drone.telemetry"),
                        fault + "latest", equalTo((int) broken),
                        fault + "failure.group", equalTo("a-group"));
        Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> ManagementInterface.get("/metrics")
                .then()
                .body(matchesPattern("(?s).*dead_letters_open\\{topic=\"drone\\.telemetry\"} [1-9].*")));

        client.operator()
                .contentType("application/json")
                .body("{\"note\": \"the consumer was mended\"}")
                .post(LETTERS + "/replay?digest=d-" + name)
                .then()
                .statusCode(200)
                .body("replayed", equalTo(1), "unreadable", equalTo(1), "next", nullValue());

        assertThat(arrived(Topic.DRONE_TELEMETRY, 1)).containsExactly("one-" + name);
        client.view(first).body("journal[0].note", equalTo("the consumer was mended"));
        client.discard(broken, "{\"note\": \"a test\"}").statusCode(204);
        client.replay(broken).statusCode(409).body("type", equalTo("http://localhost:8080/problems/already-discarded"));
    }

    @Test
    void aWrongParameterIsNamed() {
        long id = client.awaitAt(client.send(Topic.DELIVERY_EVENTS.deadLetters(), null, BROKEN, Map.of()));

        given().get(LETTERS + "?status=LOST").then().statusCode(400).body("errors[0].field", equalTo("status"));
        given().get(LETTERS + "?limit=201").then().statusCode(400).body("errors[0].field", equalTo("limit"));
        given().get(LETTERS + "?limit=abc").then().statusCode(400).body("errors[0].field", equalTo("limit"));
        given().get(LETTERS + "?cursor=x").then().statusCode(400).body("errors[0].field", equalTo("cursor"));
        client.discard(id, "{}").statusCode(400).body("errors[0].field", equalTo("/note"));
        client.discard(id, "{\"note\": false}").statusCode(400);
        client.operator()
                .noContentType()
                .post(LETTERS + "/replay")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("digest"));
        client.edit(id, bytes("{\"type\":\"DeliveryCompleted\",\"header\":{\"version\":\"x\"}}"))
                .statusCode(400)
                .body("errors[0].field", equalTo("/header/version"))
                .body("errors[0].message", equalTo("must be a whole number, but is \"x\""));
        client.view(Long.MAX_VALUE).statusCode(404).body("code", equalTo("NOT_FOUND"));
        client.replay(Long.MAX_VALUE).statusCode(404);
    }

    private Map<String, byte[]> died(String eventId) {
        return Map.of(
                "ce_id", bytes(eventId),
                "dead-letter-group", bytes("a-group"),
                "dead-letter-stack-digest", bytes("d-" + name));
    }

    private static Map<String, byte[]> strangeHeaders() {
        return Map.of("ce_id", new byte[] {(byte) 0xFF, 0}, "", new byte[0], "zero\0", new byte[] {0});
    }

    /** It can be read, but not processed. */
    private byte[] failing() {
        return bytes("{\"deliveryId\":\"" + name + "\",\"attempt\":1}");
    }

    private byte[] good(Topic topic) {
        return Json.bytes(DeadLetterRecords.message(topic, name, Instant.EPOCH));
    }

    private List<String> arrived(Topic topic) {
        return arrived(topic, 2);
    }

    private List<String> arrived(Topic topic, int count) {
        try (KafkaProbe kafka = new KafkaProbe()) {
            kafka.awaitRecords(topic.topicName(), this::isMine, count);
            return kafka.all(topic.topicName()).stream()
                    .filter(this::isMine)
                    .map(DeadLetterApiTest::eventId)
                    .toList();
        }
    }

    private boolean isMine(ConsumerRecord<String, byte[]> message) {
        return name.equals(message.key());
    }

    private static String eventId(ConsumerRecord<String, byte[]> message) {
        return new String(message.headers().lastHeader("ce_id").value(), UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
