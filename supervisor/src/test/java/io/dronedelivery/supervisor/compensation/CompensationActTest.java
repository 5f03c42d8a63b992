package io.dronedelivery.supervisor.compensation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import io.dronedelivery.contracts.Refusal;
import io.dronedelivery.contracts.delivery.Attempts.Closed;
import io.dronedelivery.contracts.scheduler.CompensationRequested.Step;
import io.dronedelivery.supervisor.StandInServices;
import io.dronedelivery.supervisor.compensation.domain.CompensationMessages;
import io.dronedelivery.testing.ManagementInterface;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Method;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CompensationActTest {
    private static final List<Step> ALL = List.of(Step.values());
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final String NOTE = "{\"note\": \"settled on the phone\"}";

    private final String deliveryId = UUID.randomUUID().toString();
    private final CompensationClient client = new CompensationClient(deliveryId);

    @SuppressWarnings("NullAway.Init") // set by the test resource
    StandInServices services;

    @Test
    void aCompensationThatFailsIsParkedListedAndGoesOnAfterARetry() {
        services.breakDown("/reservations", deliveryId);
        client.rejected(ALL);

        client.becomes("Parked");
        client.compensation()
                .body(
                        "state.failure", containsString("undoing RESERVE_DRONE failed"),
                        "toUndo", contains("HOLD_MONEY", "REGISTER_PACKAGE", "RESERVE_DRONE"),
                        "cost.calls", equalTo(5),
                        "cost.failures", equalTo(3));
        given().queryParam("status", "PARKED")
                .get("/operations/compensations")
                .then()
                .statusCode(200)
                .body(
                        "compensations.deliveryId",
                        hasItem(deliveryId),
                        "compensations.state.type",
                        everyItem(equalTo("Parked")));
        Awaitility.await().atMost(TIMEOUT).untilAsserted(() -> assertThat(
                        ManagementInterface.get("/metrics").asString())
                .containsPattern("compensations_open\\{status=\"PARKED\"\\} [1-9]"));

        services.mend("/reservations", deliveryId);
        retry(null).statusCode(204);

        client.becomes("Finished");
        client.compensation()
                .body(
                        "journal.operator", contains(CompensationClient.OPERATOR),
                        "journal.at", contains(notNullValue()),
                        "journal.act.type", contains("Retry"));
        retry(NOTE)
                .statusCode(409)
                .body(
                        "type", equalTo("http://localhost:8080/problems/wrong-state"),
                        "detail", equalTo("The compensation is FINISHED; what can be done to it now: nothing."));
    }

    @Test
    void aParkedCompensationGoesOnWithoutTheStepsThatWereSettledByHand() {
        services.refuse("/packages", deliveryId, Refusal.ALREADY_ENDED);
        client.rejected(ALL);

        client.becomes("Parked");
        client.compensation()
                .body(
                        "state.failure", containsString("undoing REGISTER_PACKAGE was refused: ALREADY_ENDED"),
                        "cost.failures", equalTo(1));
        edit("{\"steps\": [\"RESERVE_DRONE\"], \"note\": \"again\"}")
                .statusCode(400)
                .body("errors[0].field", equalTo("/steps"));
        edit("{\"steps\": [\"FLYING\"], \"note\": \"again\"}").statusCode(400);
        edit("{\"steps\": [null], \"note\": \"again\"}").statusCode(400).body("errors[0].field", equalTo("/steps"));
        edit("{\"note\": \"again\"}").statusCode(400).body("errors[0].field", equalTo("/steps"));
        edit("{\"steps\": []}").statusCode(400).body("errors[0].field", equalTo("/note"));
        edit(null).statusCode(400);

        edit("{\"steps\": [\"HOLD_MONEY\"], \"note\": \"the parcel is in the cellar\"}")
                .statusCode(204);

        client.becomes("Finished");
        assertThat(services.calls(deliveryId)).hasSize(4).last().asString().contains("/charges/");
        client.compensation()
                .body(
                        "progress.undone.step",
                                contains("BOOK_SHIPMENT", "RESERVE_DRONE", "REGISTER_PACKAGE", "HOLD_MONEY"),
                        "progress.undone[2].byHand", equalTo(CompensationClient.OPERATOR),
                        "journal[0].act.steps", contains("HOLD_MONEY"),
                        "journal[0].act.note", equalTo("the parcel is in the cellar"));
    }

    @Test
    void aResolutionEndsItAndTheFormerScheduleIsAskedForAgain() {
        var restore = CompensationMessages.restore(deliveryId, Instant.now());
        services.closing(deliveryId, new Closed(true, restore));
        services.refuse("/charges", deliveryId, Refusal.ALREADY_ENDED);
        client.rejected(ALL);
        client.becomes("Parked");
        resolve("{\"note\": \" \"}").statusCode(400).body("errors[0].field", equalTo("/note"));
        resolve(null).statusCode(400);
        client.act(Method.POST, "decision", "{\"remedy\": \"GIVE_UP\", \"note\": \"lost\"}")
                .statusCode(409)
                .body("detail", containsString("PARKED; what can be done to it now: [RETRY, STEPS, RESOLUTION]"));

        resolve(NOTE).statusCode(204);

        client.compensation()
                .body(
                        "state.type", equalTo("Resolved"),
                        "state.operator", equalTo(CompensationClient.OPERATOR),
                        "journal.act.note", contains("settled on the phone"));
        assertThat(client.published(1)).containsExactly(restore);
        resolve(NOTE).statusCode(409);
    }

    @Test
    void anUnknownCompensationIsNotFound() {
        retry(null).statusCode(404).body("code", equalTo("NOT_FOUND"));
        edit("{\"steps\": [], \"note\": \"again\"}").statusCode(404);
        resolve(NOTE).statusCode(404);
    }

    private ValidatableResponse retry(@Nullable String body) {
        return client.act(Method.POST, "retry", body);
    }

    private ValidatableResponse edit(@Nullable String body) {
        return client.act(Method.PUT, "steps", body);
    }

    private ValidatableResponse resolve(@Nullable String body) {
        return client.act(Method.POST, "resolution", body);
    }
}
