package io.dronedelivery.gateway.web;

import static io.dronedelivery.gateway.standin.Requests.operator;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import io.dronedelivery.contracts.Json;
import io.dronedelivery.gateway.docs.Described;
import io.dronedelivery.gateway.standin.ScriptedServices;
import io.dronedelivery.gateway.standin.ScriptedServices.Answer;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = ScriptedServices.class, scope = TestResourceScope.RESTRICTED_TO_CLASS)
class AlertsTest {
    /** The time-out, and as much again for a busy machine. */
    private static final Duration IN_TIME = Duration.ofSeconds(4);

    private static final String OPEN_ALERTS = "/operations/open-alerts";
    private static final String SEARCH = "/operations/deliveries/search";

    /** Two about one delivery, and one about a delivery that nobody knows yet. */
    private static final String ALERTS = """
            {"alerts":[
              {"id":"RECOVER_PARCEL-d1-1","kind":"RECOVER_PARCEL","deliveryId":"d1","subject":"1",
               "raisedAt":"2026-11-20T14:06:00Z","what":"The parcel is out.",
               "position":{"latitude":47.3832,"longitude":8.5281},
               "compensations":[{"attempt":1,"status":"UNDECIDED","receivedAt":"2026-11-20T14:06:00Z",
                "code":"FLIGHT_FAILED","detail":"The link was lost."}]},
              {"id":"OVERDUE_FLIGHT-d1-1","kind":"OVERDUE_FLIGHT","deliveryId":"d1","subject":"1",
               "raisedAt":"2026-11-20T14:05:00Z","what":"It is late.","compensations":[]},
              {"id":"UNANSWERED_REQUEST-d2-r2","kind":"UNANSWERED_REQUEST","deliveryId":"d2","subject":"r2",
               "raisedAt":"2026-11-20T14:04:00Z","what":"It has no answer.","compensations":[]}],
             "next":"41"}""";

    private static final String DELIVERIES = """
            {"deliveries":[{"deliveryId":"d1","accountId":"acme","status":"RECOVERING","changedAt":"2026-11-20T14:06:00Z",
              "reason":{"code":"FLIGHT_FAILED","detail":"The link was lost."}}]}""";

    @BeforeEach
    void threeAlerts() {
        told(ALERTS, DELIVERIES);
    }

    private static void told(String alerts, String deliveries) {
        ConsoleServices.areWell();
        ConsoleServices.behave("supervisor", OPEN_ALERTS, _ -> new Answer(200, alerts));
        ConsoleServices.behave("delivery", SEARCH, _ -> new Answer(200, deliveries));
    }

    @Test
    void eachAlertHasHowItsDeliveryStands() {
        alerts("")
                .statusCode(200)
                .body("alerts.kind", contains("RECOVER_PARCEL", "OVERDUE_FLIGHT", "UNANSWERED_REQUEST"))
                .body("alerts[0].id", equalTo("RECOVER_PARCEL-d1-1"))
                .body("alerts[0].deliveryId", equalTo("d1"))
                .body("alerts[0].subject", equalTo("1"))
                .body("alerts[0].raisedAt", equalTo("2026-11-20T14:06:00Z"))
                .body("alerts[0].what", equalTo("The parcel is out."))
                .body("alerts[0].position.latitude", equalTo(47.3832f))
                .body("alerts[0].delivery.status", equalTo("RECOVERING"))
                .body("alerts[0].delivery.account", equalTo("acme"))
                .body("alerts[0].delivery.reason.code", equalTo("FLIGHT_FAILED"))
                .body("alerts[0].delivery.changedAt", equalTo("2026-11-20T14:06:00Z"))
                .body("alerts[0].compensations[0].status", equalTo("UNDECIDED"))
                .body("alerts[1].delivery.status", equalTo("RECOVERING"))
                .body("alerts[2].delivery", nullValue())
                .body("alerts[2].compensations", hasSize(0))
                .body("next", equalTo("41"))
                .body("incomplete", hasSize(0));
    }

    @Test
    void itIsAsItIsDescribed() {
        JsonNode answer = Json.read(alerts("").extract().asString(), JsonNode.class);
        assertThat(Described.faults(answer, "/components/schemas/OpenAlertPage"))
                .isEmpty();
    }

    @Test
    void eachServiceIsAskedOnceForAWholePage() {
        alerts("?cursor=99&limit=3").statusCode(200);
        assertThat(ScriptedServices.calls("supervisor")).singleElement().satisfies(call -> assertThat(call.uri())
                .isEqualTo(OPEN_ALERTS + "?cursor=99&limit=3"));
        assertThat(ScriptedServices.calls("delivery")).singleElement().satisfies(call -> assertThat(call.body())
                .isEqualTo("{\"deliveryIds\":[\"d1\",\"d2\"]}"));
    }

    @Test
    void withoutAlertsNoDeliveryIsAskedFor() {
        told("{\"alerts\":[]}", DELIVERIES);
        alerts("").statusCode(200).body("keySet()", equalTo(Set.of("alerts", "incomplete")));
        assertThat(ScriptedServices.calls("delivery")).isEmpty();
    }

    @Test
    void withoutTheServiceDeliveryTheAlertsAreThereAndSaySo() {
        ConsoleServices.fails("delivery");
        incomplete();
        ConsoleServices.behave("delivery", SEARCH, _ -> new Answer(200, DELIVERIES, true));
        Instant begin = Instant.now();
        incomplete();
        assertThat(Duration.between(begin, Instant.now())).isLessThan(IN_TIME);
    }

    private static void incomplete() {
        alerts("")
                .statusCode(200)
                .body("incomplete", contains("delivery"))
                .body("alerts", hasSize(3))
                .body("alerts.delivery", everyItem(nullValue()))
                .body("alerts[0].compensations", hasSize(1));
    }

    @Test
    void withoutTheSupervisorThereIsNoAnswer() {
        ConsoleServices.fails("supervisor");
        alerts("").statusCode(503).contentType("application/problem+json").header("Retry-After", notNullValue());
        assertThat(ScriptedServices.calls("delivery")).isEmpty();
    }

    @Test
    void whatNewerServicesSayIsPassedOn() {
        told(
                ALERTS.replace("RECOVER_PARCEL", "DOG_BITES").replace("UNDECIDED", "ASLEEP"),
                DELIVERIES.replace("RECOVERING", "CHASED").replace("FLIGHT_FAILED", "DOG"));
        alerts("")
                .statusCode(200)
                .body("alerts[0].kind", equalTo("DOG_BITES"))
                .body("alerts[0].compensations[0].status", equalTo("ASLEEP"))
                .body("alerts[0].delivery.status", equalTo("CHASED"))
                .body("alerts[0].delivery.reason.code", equalTo("DOG"));
    }

    @Test
    void aWrongParameterIsNamed() {
        alerts("?limit=0").statusCode(400).body("errors[0].field", equalTo("limit"));
        alerts("?limit=201").statusCode(400).body("errors[0].field", equalTo("limit"));
        alerts("?cursor=x").statusCode(400).body("errors[0].field", equalTo("cursor"));
    }

    private static ValidatableResponse alerts(String query) {
        return operator().get("/web/v1/alerts" + query).then();
    }
}
