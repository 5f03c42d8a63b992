package io.dronedelivery.supervisor.compensation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.dronedelivery.contracts.delivery.Attempts.Closed;
import io.dronedelivery.supervisor.StandInServices;
import io.dronedelivery.supervisor.compensation.domain.CompensationMessages;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Method;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RecoveryTest {
    private final String deliveryId = UUID.randomUUID().toString();
    private final CompensationClient client = new CompensationClient(deliveryId);

    @SuppressWarnings("NullAway.Init") // set by the test resource
    StandInServices services;

    @Test
    void aFailedFlightIsUndoneOnceItsGraceIsOverAndScheduledAnew() {
        var anew = CompensationMessages.restore(deliveryId, Instant.now());
        services.closing(deliveryId, new Closed(true, anew));

        client.interrupted();

        client.becomes("Finished");
        assertThat(services.calls(deliveryId))
                .startsWith(
                        "PUT /reservations/" + deliveryId + "/attempts/1/recall",
                        "PUT /deliveries/" + deliveryId + "/attempts/1/closure")
                .hasSize(6);
        assertThat(client.published(1)).containsExactly(anew);
        client.compensation()
                .body("closure.code", equalTo("FLIGHT_FAILED"), "closure.remedy", equalTo("SCHEDULE_ANEW"));
    }

    @Test
    void theCompensationWaitsForASilentDroneThenGoesOnByItself() {
        services.breakDown("/deliveries", deliveryId);
        client.interrupted();

        client.becomes("AwaitingDrone");
        client.compensation()
                .body(
                        "state.failure", containsString("closing the attempt failed"),
                        "next.task", equalTo("closing the attempt"),
                        "possible", contains("RETRY"));
        services.mend("/deliveries", deliveryId);

        client.becomes("Finished");
    }

    @Test
    void ifTheParcelIsOutThereAPersonDecides() {
        services.pickUp(deliveryId);
        client.interrupted();

        client.becomes("Undecided");
        client.compensation().body("possible", contains("DECISION"), "next.task", equalTo("giving the delivery up"));
        decide("{\"remedy\": \"SCHEDULE_ANEW\", \"note\": \"again\"}")
                .statusCode(400)
                .body("errors[0].field", equalTo("/remedy"));
        decide("{\"remedy\": \"LOST\", \"note\": \"again\"}")
                .statusCode(400)
                .body("errors[0].field", equalTo("/remedy"));
        decide("{\"remedy\": \"RETURNED\"}").statusCode(400).body("errors[0].field", equalTo("/note"));

        decide("{\"remedy\": \"RETURNED\", \"note\": \"it is at the sender's\"}")
                .statusCode(204);

        client.becomes("Finished");
        client.compensation()
                .body(
                        "closure.remedy", equalTo("RETURNED"),
                        "journal.operator", contains(CompensationClient.OPERATOR),
                        "journal[0].act.type", equalTo("Decide"),
                        "journal[0].act.remedy", equalTo("RETURNED"),
                        "journal[0].act.note", equalTo("it is at the sender's"));
        assertThat(services.calls(deliveryId)).hasSize(7);
        decide("{\"remedy\": \"GIVE_UP\", \"note\": \"again\"}").statusCode(409);
    }

    private ValidatableResponse decide(String body) {
        return client.act(Method.POST, "decision", body);
    }
}
