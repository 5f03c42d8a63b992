package io.dronedelivery.ingestion;

import static io.dronedelivery.contracts.InternalPaths.DELIVERY;
import static io.dronedelivery.contracts.InternalPaths.IDEMPOTENCY_KEY;
import static io.dronedelivery.ingestion.PublicApi.CANCELLATION;
import static io.dronedelivery.ingestion.PublicApi.PATH;
import static io.dronedelivery.ingestion.PublicApi.as;
import static io.dronedelivery.ingestion.PublicApi.schedule;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.dronedelivery.contracts.Json;
import io.dronedelivery.contracts.delivery.DeliveryStatus;
import io.dronedelivery.contracts.delivery.KeyUse;
import io.dronedelivery.contracts.ingestion.DeliveryRequest;
import io.dronedelivery.contracts.ingestion.DeliveryRequest.ScheduleDelivery;
import io.dronedelivery.ingestion.domain.Bodies;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/** Repeats over HTTP: status, body and Location are those of the first answer. */
@QuarkusTest
@QuarkusTestResource(DeliveryStandIn.class)
class RepeatEdgeTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final Duration ALLOWED_FOR = Duration.ofSeconds(4);
    private static final Duration PAST_TOLERANCE = Duration.ofMinutes(5);

    private final String key = "repeat-" + UUID.randomUUID();

    @Test
    void anOrderWhoseTimeHasPassedGetsItsFirstAnswer() {
        Instant readyAt = Instant.now().minus(PAST_TOLERANCE).plus(ALLOWED_FOR);
        String body = Bodies.LEAST.replaceFirst("\\{", "{\"readyAt\": \"" + readyAt + "\", ");
        Supplier<Response> send = () -> keyed().body(body).post(PATH);
        Response first = send.get();
        first.then().statusCode(202);
        DeliveryRequest request = stored(first, 1).getFirst();
        await().atMost(TIMEOUT).until(() -> schedule(body).statusCode() == 400);

        send.get().then().statusCode(400).body("errors[0].field", equalTo("/readyAt"));

        known(request, request.requestId(), DeliveryStatus.COMPLETED);
        assertSame(send.get(), first);
        keyed().body(body.replace("30000", "29999"))
                .post(PATH)
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("code", equalTo("KEY_REUSED"));
        assertThat(stored(first, 1)).hasSize(1);

        answers(request, new byte[0]);
        assertSame(send.get(), first);
        assertThat(stored(first, 2)).last().isInstanceOfSatisfying(ScheduleDelivery.class, repeat -> {
            assertThat(repeat.requestId()).isEqualTo(request.requestId());
            assertThat(repeat.timeFault()).startsWith("/readyAt must be from now");
        });
    }

    @Test
    void aCancelOfWhatIsCancelledByItGetsItsFirstAnswer() {
        UUID deliveryId = UUID.randomUUID();
        assertRepeated(() -> keyed().post(CANCELLATION, deliveryId), DeliveryStatus.CANCELLED);
    }

    @Test
    void aChangeOfWhatHasBeenPickedUpMeanwhileGetsItsFirstAnswer() {
        String path = PATH + "/" + UUID.randomUUID();
        String body = "{\"deadline\": \"" + Instant.now().plus(Duration.ofHours(3)) + "\"}";
        assertRepeated(() -> keyed().body(body).patch(path), DeliveryStatus.PICKED_UP);
    }

    private void assertRepeated(Supplier<Response> send, DeliveryStatus status) {
        Response first = send.get();
        first.then().statusCode(202);
        DeliveryRequest request = stored(first, 1).getFirst();
        known(request, request.requestId(), status);
        assertSame(send.get(), first);
        known(request, "another-request", status);
        send.get().then().statusCode(422).body("code", equalTo("KEY_REUSED"));
        assertThat(stored(first, 1)).hasSize(1);
    }

    private static void assertSame(Response repeat, Response first) {
        assertThat(repeat.statusCode()).isEqualTo(202);
        assertThat(repeat.asString()).isEqualTo(first.asString());
        assertThat(repeat.header("Location")).isEqualTo(first.header("Location"));
    }

    private RequestSpecification keyed() {
        return as("ann", key);
    }

    private static List<DeliveryRequest> stored(Response answer, int count) {
        return PublicApi.storedFor(answer.path("deliveryId"), count).stream()
                .map(record -> Json.read(record.value(), DeliveryRequest.class))
                .toList();
    }

    /** From now on delivery has read that this request was the first of the key. */
    private static void known(DeliveryRequest request, String first, DeliveryStatus status) {
        answers(request, Json.bytes(new KeyUse(DeliveryStandIn.view(request.deliveryId(), status), first)));
    }

    private static void answers(DeliveryRequest request, byte[] answer) {
        String delivery = ConfigProvider.getConfig().getValue("services.delivery.url", String.class);
        given().body(answer)
                .put(delivery + DELIVERY + IDEMPOTENCY_KEY, request.deliveryId(), request.keyId())
                .then()
                .statusCode(204);
    }
}
