package io.dronedelivery.delivery;

import static io.dronedelivery.contracts.InternalPaths.CLOSURE;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;

import io.dronedelivery.contracts.Refusal;
import io.dronedelivery.contracts.delivery.Attempts.Closure;
import io.dronedelivery.contracts.delivery.DeliveryStatus;
import io.dronedelivery.contracts.ingestion.DeliveryOrder.Confirmation;
import io.dronedelivery.contracts.ingestion.DeliveryRequest.CancelDelivery;
import io.dronedelivery.issuer.Grant;
import io.dronedelivery.testing.KafkaProbe;
import io.dronedelivery.testing.access.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The answers to a client that reconnects, before its stream begins. */
@QuarkusTest
class TrackingAnswerTest {
    private final KafkaProbe probe = new KafkaProbe();
    private final HttpClient http = HttpClient.newHttpClient();
    private final Journey journey = new Journey(probe, "account-" + UUID.randomUUID(), Confirmation.NONE);

    @AfterEach
    void close() {
        probe.close();
        http.close();
    }

    @Test
    void aBrowserThatReconnectsAfterTheEndGets204() throws Exception {
        journey.requested();
        var stream = http.sendAsync(request("0"), HttpResponse.BodyHandlers.ofString(UTF_8));
        journey.scheduled().takenOffFromThePickup().awaiting(DeliveryStatus.HEADED_TO_DROPOFF);
        journey.landedAtTheDropoff();
        List<String> ids = stream.get()
                .body()
                .lines()
                .filter(line -> line.startsWith("id:"))
                .toList();
        assertThat(ids).hasSize(Journey.EVENTS_OF_A_COMPLETED_FLIGHT);
        String last = ids.getLast().substring("id:".length()).strip();
        track(last).then().statusCode(204).body(emptyString());
        track("6").then().statusCode(200);
    }

    @Test
    void aClientOfARejectedDeliveryGetsTheRestAndThen204() {
        journey.open(journey.request());
        journey.put(CLOSURE, new Closure(journey.request().requestId(), Refusal.ACCOUNT_SUSPENDED, "suspended"));
        journey.awaiting(DeliveryStatus.REJECTED);
        int requestedAndRejected = 2;
        assertStreamEndsAfter(requestedAndRejected);
    }

    @Test
    void aClientOfACancelledDeliveryGetsTheRestAndThen204() {
        journey.requested().scheduled();
        journey.open(new CancelDelivery("cancel-" + journey.id, journey.id, journey.account, Instant.now(), null));
        int requestedScheduledAndCancelled = 3;
        assertStreamEndsAfter(requestedScheduledAndCancelled);
    }

    @Test
    void aChangeRefusedAfterTheEndIsSentToAClientThatReconnects() {
        journey.requested().scheduled();
        journey.open(new CancelDelivery("cancel-" + journey.id, journey.id, journey.account, Instant.now(), null));
        journey.open(new CancelDelivery("again-" + journey.id, journey.id, journey.account, Instant.now(), null));
        int requestedScheduledAndCancelled = 3;
        assertThat(track(Integer.toString(requestedScheduledAndCancelled)).asString())
                .contains("DeliveryChangeRefused");
        assertStreamEndsAfter(requestedScheduledAndCancelled + 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "999",
                "2",
                "-1",
                "1.0",
                "+1",
                "1, 1",
                "0x1",
                "NaN",
                "one",
                "\u0661",
                "9223372036854775807",
                "9223372036854775808",
                "18446744073709551616",
                "99999999999999999999999999999999"
            })
    void aLastEventIdThatIsNoIdOfThisStreamIsRefused(String lastEventId) {
        journey.requested();
        assertRefused(lastEventId);
        journey.open(new CancelDelivery("cancel-" + journey.id, journey.id, journey.account, Instant.now(), null));
        if (!lastEventId.equals("2")) {
            assertRefused(lastEventId);
        }
    }

    @Test
    void aClientWithoutALastEventIdGetsAllEvents() {
        journey.requested();
        journey.open(new CancelDelivery("cancel-" + journey.id, journey.id, journey.account, Instant.now(), null));
        for (String lastEventId : new String[] {"", " ", "0", "00"}) {
            assertThat(track(lastEventId).then().statusCode(200).extract().asString())
                    .contains("DeliveryRequested", "DeliveryCancelled");
        }
    }

    @Test
    void theStreamGoesOnWhileADeliveryIsRecovering() throws IOException {
        journey.requested().scheduled().lost().awaiting(DeliveryStatus.RECOVERING);
        int last = journey.get("").path("version");
        HttpResponse<InputStream> stream = http.sendAsync(
                        request(Integer.toString(last)), HttpResponse.BodyHandlers.ofInputStream())
                .join();
        try (InputStream events = stream.body()) {
            assertThat(stream.statusCode()).isEqualTo(200);
            journey.open(new CancelDelivery("cancel-" + journey.id, journey.id, journey.account, Instant.now(), null));
            assertThat(new String(events.readAllBytes(), UTF_8)).contains("DeliveryCancelled");
        }
        assertStreamEndsAfter(last + 1);
    }

    @Test
    void anUnknownDeliveryIsNotFoundWhateverWasSeen() {
        for (String lastEventId : new String[] {"0", "999", "nonsense"}) {
            track(lastEventId).then().statusCode(404).body("code", equalTo("NOT_FOUND"));
        }
    }

    /** A client gets the events that it has not seen; after the event of that version it gets 204. */
    private void assertStreamEndsAfter(int last) {
        for (int seen = 0; seen < last; seen++) {
            assertThat(track(Integer.toString(seen))
                            .then()
                            .statusCode(200)
                            .extract()
                            .asString()
                            .lines()
                            .filter(line -> line.startsWith("id:")))
                    .hasSize(last - seen);
        }
        track(Integer.toString(last)).then().statusCode(204).body(emptyString());
    }

    private void assertRefused(String lastEventId) {
        track(lastEventId)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("INVALID"))
                .body("errors[0].field", equalTo("Last-Event-ID"));
    }

    private Response track(String lastEventId) {
        return given().header(Tokens.bearer(Grant.customer(journey.account)))
                .header("Last-Event-ID", lastEventId)
                .get("/api/v2/deliveries/{id}/tracking", journey.id);
    }

    private HttpRequest request(String lastEventId) {
        return HttpRequest.newBuilder(URI.create(
                        "http://localhost:" + RestAssured.port + "/api/v2/deliveries/" + journey.id + "/tracking"))
                .header("Authorization", "Bearer " + Tokens.of(Grant.customer(journey.account)))
                .header("Last-Event-ID", lastEventId)
                .build();
    }
}
