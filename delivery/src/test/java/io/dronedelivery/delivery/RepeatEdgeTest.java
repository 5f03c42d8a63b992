package io.dronedelivery.delivery;

import static io.dronedelivery.contracts.InternalPaths.DELIVERY;
import static io.dronedelivery.contracts.InternalPaths.IDEMPOTENCY_KEY;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.dronedelivery.chassis.channel.BrokerAdmin;
import io.dronedelivery.contracts.Topic;
import io.dronedelivery.contracts.delivery.DeliveryStatus;
import io.dronedelivery.contracts.ingestion.DeliveryChange;
import io.dronedelivery.contracts.ingestion.DeliveryOrder.Confirmation;
import io.dronedelivery.contracts.ingestion.DeliveryRequest;
import io.dronedelivery.contracts.ingestion.DeliveryRequest.CancelDelivery;
import io.dronedelivery.contracts.ingestion.DeliveryRequest.RescheduleDelivery;
import io.dronedelivery.contracts.ingestion.DeliveryRequest.ScheduleDelivery;
import io.dronedelivery.testing.KafkaProbe;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The answers to ingestion about an idempotency key, and late requests that ingestion queued without an answer. */
@QuarkusTest
class RepeatEdgeTest {
    private static final Duration WAIT_MAX = Duration.ofSeconds(30);

    private final BrokerAdmin broker;
    private final KafkaProbe probe = new KafkaProbe();
    private final Journey journey = new Journey(probe, "account-" + UUID.randomUUID(), Confirmation.NONE);

    RepeatEdgeTest(BrokerAdmin broker) {
        this.broker = broker;
    }

    @AfterEach
    void close() {
        probe.close();
    }

    @Test
    void aChangeIsKnownBeforeItIsOpenedAndAfterTheEnd() {
        journey.requested().scheduled();
        keyUse("change").statusCode(200).body("requestId", nullValue()).body("delivery.status", equalTo("SCHEDULED"));
        DeliveryChange change = new DeliveryChange(null, null, Instant.now().plus(Duration.ofHours(9)));
        send(new RescheduleDelivery(
                "later-" + journey.id, journey.id, journey.account, Instant.now(), change, "change", null));
        awaitFirst("change", equalTo("later-" + journey.id));
        send(new CancelDelivery("cancel-" + journey.id, journey.id, journey.account, Instant.now(), null, "cancel"));
        awaitFirst("cancel", equalTo("cancel-" + journey.id));
        keyUse("change")
                .body("requestId", equalTo("later-" + journey.id))
                .body("delivery.status", equalTo("CANCELLED"));
    }

    @Test
    void theKeyOfAnUnknownDeliveryIsNotFound() {
        keyUse("change").statusCode(404).body("code", equalTo("NOT_FOUND"));
        awaiting(() -> certainKeyUse().statusCode(404).body("code", equalTo("NOT_FOUND")));
    }

    @Test
    void onceAllRequestsAreReadAnUnusedKeyIsCertainlyUnused() {
        journey.requested();
        awaiting(() -> certainKeyUse().statusCode(200).body("requestId", nullValue()));
    }

    @Test
    void aConsumerGroupThatHasReadNothingIsNotCaughtUp() {
        journey.requested();
        awaiting(() -> assertThat(readBy("delivery")).isTrue());
        assertThat(readBy("a group that has read nothing")).isFalse();
    }

    @Test
    void aLateOrderThatIsNewIsRejectedAndSaysWhy() {
        ScheduleDelivery plain = journey.request();
        ScheduleDelivery late = new ScheduleDelivery(
                plain.requestId(),
                plain.deliveryId(),
                plain.accountId(),
                plain.requestedAt(),
                plain.order(),
                "order",
                "/readyAt must be from now");
        send(late);
        journey.awaiting(DeliveryStatus.PENDING);
        journey.open(late).then().statusCode(200).body("type", equalTo("Halt"));
        journey.get("")
                .then()
                .body("status", equalTo("REJECTED"))
                .body("reason.code", equalTo("INVALID"))
                .body("reason.detail", equalTo("/readyAt must be from now"));
        awaitFirst("order", equalTo(plain.requestId()));
    }

    private void send(DeliveryRequest request) {
        probe.send(Topic.DELIVERY_REQUESTS, journey.id, request.requestId(), request);
    }

    private void awaitFirst(String keyId, Matcher<String> requestId) {
        awaiting(() -> keyUse(keyId).body("requestId", requestId));
    }

    private static void awaiting(ThrowingRunnable assertion) {
        Awaitility.await().atMost(WAIT_MAX).untilAsserted(assertion);
    }

    private boolean readBy(String group) {
        return new RequestConsumerLag(broker, group)
                .caughtUp(journey.id)
                .await()
                .atMost(WAIT_MAX);
    }

    private ValidatableResponse certainKeyUse() {
        return given().queryParam("certain", true)
                .get(DELIVERY + IDEMPOTENCY_KEY, journey.id, "change")
                .then();
    }

    private ValidatableResponse keyUse(String keyId) {
        return given().get(DELIVERY + IDEMPOTENCY_KEY, journey.id, keyId).then();
    }
}
