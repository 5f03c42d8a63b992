package io.dronedelivery.delivery;

import static io.dronedelivery.contracts.InternalPaths.ATTEMPT;
import static io.dronedelivery.contracts.InternalPaths.CLOSURE;
import static io.dronedelivery.contracts.InternalPaths.DELIVERY;
import static io.dronedelivery.contracts.InternalPaths.INTERRUPTION;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.dronedelivery.contracts.Json;
import io.dronedelivery.contracts.Refusal;
import io.dronedelivery.contracts.Topic;
import io.dronedelivery.contracts.delivery.Attempts.Closed;
import io.dronedelivery.contracts.delivery.Attempts.Closure;
import io.dronedelivery.contracts.delivery.Attempts.Interruption;
import io.dronedelivery.contracts.delivery.Attempts.Remedy;
import io.dronedelivery.contracts.delivery.DeliveryStatus;
import io.dronedelivery.contracts.ingestion.DeliveryOrder.Confirmation;
import io.dronedelivery.contracts.ingestion.DeliveryRequest.CancelDelivery;
import io.dronedelivery.testing.KafkaProbe;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RecoveryEdgeTest {
    private final KafkaProbe probe = new KafkaProbe();
    private final Journey journey = new Journey(probe, "account-" + UUID.randomUUID(), Confirmation.NONE);

    @AfterEach
    void close() {
        probe.close();
    }

    @Test
    void aFailedFlightIsScheduledAnewOnceItsDroneHasStopped() {
        journey.requested().scheduled().lost().awaiting(DeliveryStatus.RECOVERING);
        close(Remedy.SCHEDULE_ANEW)
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("type", equalTo("http://localhost:8080/problems/not-yet"))
                .body("code", nullValue());
        journey.stopped();
        Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(
                        close(Remedy.SCHEDULE_ANEW).statusCode())
                .isEqualTo(200));
        Closed closed = Json.read(close(Remedy.SCHEDULE_ANEW).asString(), Closed.class);
        assertThat(closed.undo()).isTrue();
        journey.open(Objects.requireNonNull(closed.restore()))
                .then()
                .statusCode(200)
                .body("type", equalTo("Proceed"))
                .body("attempt", equalTo(2));
        journey.get("").then().body("status", equalTo("RECOVERING")).body("reason.code", equalTo("FLIGHT_FAILED"));
    }

    @Test
    void aDeliveryThatWasPickedUpIsNotScheduledAnewButCanBeReturned() {
        journey.requested().scheduled().takenOffFromThePickup().awaiting(DeliveryStatus.HEADED_TO_DROPOFF);
        journey.lost().stopped().awaiting(DeliveryStatus.RECOVERING);
        Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(
                        close(Remedy.SCHEDULE_ANEW).<String>path("code"))
                .isEqualTo("ALREADY_PICKED_UP"));
        close(Remedy.RETURNED)
                .then()
                .statusCode(200)
                .body("undo", equalTo(true))
                .body("restore", nullValue());
        journey.get("")
                .then()
                .body("status", equalTo("RETURNED"))
                .body("reason.code", equalTo("FLIGHT_FAILED"))
                .body("reason.detail", equalTo("crashed"));
        journey.get("/timeline")
                .then()
                .body("events[-1].type", equalTo("DeliveryReturned"))
                .body("events[-1].detail", equalTo("crashed"))
                .body("events[-1].header.status", equalTo("RETURNED"));
    }

    @Test
    void aDeliveryThatWasHandedOverIsCompletedAndNothingIsUndone() {
        journey.requested().scheduled().takenOffFromThePickup().awaiting(DeliveryStatus.HEADED_TO_DROPOFF);
        journey.lost().awaiting(DeliveryStatus.RECOVERING);
        close(Remedy.HANDED_OVER).then().statusCode(200).body("undo", equalTo(false));
        journey.get("").then().body("status", equalTo("COMPLETED"));
    }

    @Test
    void aRepeatedInterruptionMakesTheDeliveryRecoveringOnce() {
        Interruption overdue = new Interruption(Refusal.OVERDUE, "nothing was heard of it");
        journey.put(INTERRUPTION, overdue).then().statusCode(404).body("code", equalTo("NOT_FOUND"));
        journey.requested();
        journey.put(INTERRUPTION, overdue).then().statusCode(204);
        journey.scheduled();
        for (int repeat = 0; repeat < 2; repeat++) {
            journey.put(INTERRUPTION, overdue).then().statusCode(204);
        }
        journey.get("")
                .then()
                .body("status", equalTo("RECOVERING"))
                .body("version", equalTo(3))
                .body("reason.code", equalTo("OVERDUE"));
        given().contentType("application/json")
                .put(DELIVERY + ATTEMPT + INTERRUPTION, journey.id, 1)
                .then()
                .statusCode(400);
    }

    @Test
    void aCancelIsDecidedBeforeTheSchedulerOpensIt() {
        CancelDelivery cancel =
                new CancelDelivery("cancel-" + journey.id, journey.id, journey.account, Instant.now(), null);
        journey.requested().scheduled();
        probe.send(Topic.DELIVERY_REQUESTS, journey.id, cancel.requestId(), cancel);
        journey.awaiting(DeliveryStatus.CANCELLED);
        journey.open(cancel)
                .then()
                .statusCode(200)
                .body("type", equalTo("Halt"))
                .body("reason", equalTo("cancelled"));
    }

    private Response close(Remedy remedy) {
        return journey.put(CLOSURE, new Closure("recovery", Refusal.FLIGHT_FAILED, "crashed", remedy));
    }
}
