package io.dronedelivery.gateway.mobile;

import static io.dronedelivery.gateway.mobile.DeliveryOfAnn.ID;
import static io.dronedelivery.gateway.mobile.DeliveryOfAnn.START;
import static io.dronedelivery.gateway.standin.Requests.by;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import io.dronedelivery.contracts.Json;
import io.dronedelivery.contracts.delivery.DeliveryStatus;
import io.dronedelivery.contracts.ingestion.DeliveryOrder.Confirmation;
import io.dronedelivery.gateway.docs.Described;
import io.dronedelivery.gateway.standin.ScriptedServices;
import io.dronedelivery.gateway.standin.ScriptedServices.Answer;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = ScriptedServices.class, scope = TestResourceScope.RESTRICTED_TO_CLASS)
class MobileDeliveryTest {
    /** The time-out, and as much again for a busy machine. */
    private static final Duration IN_TIME = Duration.ofSeconds(4);

    @BeforeEach
    void itIsUnderWay() {
        DeliveryOfAnn.is(DeliveryStatus.HEADED_TO_DROPOFF);
    }

    @Test
    void aDeliveryUnderWayHasWhatASmallScreenShows() {
        read().statusCode(200)
                .body("id", equalTo(ID))
                .body("reference", equalTo("Order 4711"))
                .body("status", equalTo("HEADED_TO_DROPOFF"))
                .body("ended", equalTo(false))
                .body("canCancel", equalTo(false))
                .body("canChange", equalTo(false))
                .body("canConfirm", equalTo(true))
                .body("eta.expected", equalTo("2026-11-20T14:05:40Z"))
                .body("eta.from", equalTo("2026-11-20T14:04:50Z"))
                .body("eta.to", equalTo("2026-11-20T14:07:10Z"))
                .body("position.latitude", equalTo(47.3832f))
                .body("pickup.keySet()", equalTo(Set.of("location")))
                .body("dropoff.address", equalTo("Turbinenplatz, 8005 Zürich"))
                .body("carrier.means", equalTo("DRONE"))
                .body("carrier.id", equalTo("drone-7"))
                .body("pin", equalTo(DeliveryOfAnn.PIN))
                .body("reason", nullValue())
                .body("tracking", equalTo("/api/v2/deliveries/" + ID + "/tracking"))
                .body("refreshAfterSeconds", equalTo(5))
                .body("incomplete", hasSize(0));
    }

    @Test
    void theStepsAreTheChangesOfItsStatus() {
        read().body("steps.status", contains("PENDING", "SCHEDULED", "HEADED_TO_PICKUP", "HEADED_TO_DROPOFF"))
                .body("steps[0].at", equalTo(START.plusSeconds(1).toString()))
                .body("steps[2].at", equalTo(START.plusSeconds(4).toString()));
    }

    @Test
    void itIsAsItIsDescribed() {
        for (DeliveryStatus status : DeliveryStatus.values()) {
            DeliveryOfAnn.is(status);
            JsonNode answer = Json.read(read().extract().asString(), JsonNode.class);
            assertThat(Described.faults(answer, "/components/schemas/MobileDelivery"))
                    .as(status.name())
                    .isEmpty();
        }
    }

    @Test
    void aDeliveryThatHasFailedTellsWhyAndIsNotAskedForAgain() {
        DeliveryOfAnn.is(DeliveryStatus.FAILED);
        read().statusCode(200)
                .body("ended", equalTo(true))
                .body("canCancel", equalTo(false))
                .body("reason.code", equalTo("FLIGHT_FAILED"))
                .body("reason.detail", equalTo("The link was lost."))
                .body("eta", nullValue())
                .body("position", nullValue())
                .body("steps[-1].status", equalTo("FAILED"))
                .body("tracking", nullValue())
                .body("refreshAfterSeconds", nullValue());
    }

    @Test
    void whatANewerServiceSaysIsPassedOnAndNothingCanBeDone() {
        String view = Json.text(DeliveryOfAnn.view(DeliveryStatus.FAILED, Confirmation.PIN))
                .replace("\"FAILED\"", "\"HANDED_TO_NEIGHBOUR\"")
                .replace("FLIGHT_FAILED", "NOBODY_AT_HOME")
                .replace("\"DRONE\"", "\"ROBOT\"")
                .replace("\"PIN\"", "\"FACE\"");
        String timeline = Json.text(DeliveryOfAnn.timeline(DeliveryStatus.FAILED))
                .replace("\"FAILED\"", "\"HANDED_TO_NEIGHBOUR\"")
                .replace("DeliveryPickedUp", "DeliveryHandedToNeighbour")
                .replace("\"TELEMETRY\"", "\"DOORBELL\"");
        DeliveryOfAnn.is(view, timeline);
        read().statusCode(200)
                .body("status", equalTo("HANDED_TO_NEIGHBOUR"))
                .body("reason.code", equalTo("NOBODY_AT_HOME"))
                .body("carrier.means", equalTo("ROBOT"))
                .body("steps[-1].status", equalTo("HANDED_TO_NEIGHBOUR"))
                .body("ended", equalTo(false))
                .body("canCancel", equalTo(false))
                .body("canChange", equalTo(false))
                .body("canConfirm", equalTo(false))
                .body("refreshAfterSeconds", equalTo(15))
                .body("incomplete", hasSize(0));
    }

    @Test
    void viewAndTimelineAreAskedForAtTheSameTime() {
        CyclicBarrier both = new CyclicBarrier(2);
        String view = Json.text(DeliveryOfAnn.view(DeliveryStatus.ARRIVING, Confirmation.NONE));
        String timeline = Json.text(DeliveryOfAnn.timeline(DeliveryStatus.ARRIVING));
        DeliveryOfAnn.viewBehaves(_ -> {
            both.await(IN_TIME.toMillis(), TimeUnit.MILLISECONDS);
            return new Answer(200, view);
        });
        DeliveryOfAnn.timelineBehaves(_ -> {
            both.await(IN_TIME.toMillis(), TimeUnit.MILLISECONDS);
            return new Answer(200, timeline);
        });
        read().statusCode(200).body("incomplete", hasSize(0)).body("steps", notNullValue());
    }

    @Test
    void withoutItsTimelineADeliveryHasNoStepsAndSaysSo() {
        DeliveryOfAnn.timelineBehaves(_ -> Answer.failure(500));
        incomplete();
        DeliveryOfAnn.timelineBehaves(_ -> new Answer(200, "nonsense"));
        incomplete();
        DeliveryOfAnn.timelineBehaves(_ -> {
            throw new IOException("gone");
        });
        incomplete();
    }

    @Test
    void aSlowTimelineIsNotWaitedFor() {
        DeliveryOfAnn.timelineBehaves(_ -> {
            ScriptedServices.silence();
            return Answer.failure(500);
        });
        Instant begin = Instant.now();
        incomplete();
        assertThat(Duration.between(begin, Instant.now())).isLessThan(IN_TIME);
    }

    @Test
    void aTimelineThatStopsInTheMiddleIsNotWaitedFor() {
        String timeline = Json.text(DeliveryOfAnn.timeline(DeliveryStatus.ARRIVING));
        DeliveryOfAnn.timelineBehaves(_ -> new Answer(200, timeline, true));
        Instant begin = Instant.now();
        incomplete();
        assertThat(Duration.between(begin, Instant.now())).isLessThan(IN_TIME);
    }

    private static void incomplete() {
        read().statusCode(200)
                .header("ETag", nullValue())
                .body("steps", nullValue())
                .body("incomplete", contains("timeline"))
                .body("status", equalTo("HEADED_TO_DROPOFF"))
                .body("refreshAfterSeconds", equalTo(5));
    }

    @Test
    void withoutTheDeliveryItselfThereIsNoAnswer() {
        for (int status : new int[] {500, 503, 400, 403}) {
            DeliveryOfAnn.viewBehaves(_ -> Answer.failure(status));
            unavailable();
        }
        DeliveryOfAnn.viewBehaves(_ -> new Answer(200, "{\"deliveryId\":\"" + ID + "\"}"));
        unavailable();
        DeliveryOfAnn.viewBehaves(_ -> {
            ScriptedServices.silence();
            return Answer.failure(500);
        });
        Instant begin = Instant.now();
        unavailable();
        assertThat(Duration.between(begin, Instant.now())).isLessThan(IN_TIME);
    }

    private static void unavailable() {
        read().statusCode(503).contentType("application/problem+json").header("Retry-After", notNullValue());
    }

    @Test
    void aPhoneThatHasItAlreadyGetsNothingNew() {
        String tag = read().statusCode(200).extract().header("ETag");

        readUnless("\"other\", " + tag)
                .statusCode(304)
                .header("ETag", equalTo(tag))
                .body(equalTo(""));
        readUnless("\"other\"").statusCode(200).body("id", equalTo(ID));

        String moved = Json.text(DeliveryOfAnn.view(DeliveryStatus.HEADED_TO_DROPOFF, Confirmation.PIN))
                .replace("47.3832", "47.3833");
        DeliveryOfAnn.is(moved, Json.text(DeliveryOfAnn.timeline(DeliveryStatus.HEADED_TO_DROPOFF)));
        readUnless(tag).statusCode(200).header("ETag", not(equalTo(tag)));

        String later = Json.text(DeliveryOfAnn.view(DeliveryStatus.HEADED_TO_DROPOFF, Confirmation.PIN))
                .replace("\"version\":6", "\"version\":7");
        DeliveryOfAnn.is(later, Json.text(DeliveryOfAnn.timeline(DeliveryStatus.HEADED_TO_DROPOFF)));
        readUnless(tag).statusCode(200).header("ETag", not(equalTo(tag)));
    }

    private static ValidatableResponse read() {
        return by(DeliveryOfAnn.owner()).get("/mobile/v1/deliveries/" + ID).then();
    }

    private static ValidatableResponse readUnless(String tag) {
        return by(DeliveryOfAnn.owner())
                .header("If-None-Match", tag)
                .get("/mobile/v1/deliveries/" + ID)
                .then();
    }
}
