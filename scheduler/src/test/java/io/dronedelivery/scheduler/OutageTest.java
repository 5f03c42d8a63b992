package io.dronedelivery.scheduler;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dronedelivery.chassis.calls.Downstreams;
import io.dronedelivery.contracts.Json;
import io.dronedelivery.contracts.Refusal;
import io.dronedelivery.contracts.accounting.Charges;
import io.dronedelivery.contracts.accounting.Charges.Charge;
import io.dronedelivery.scheduler.ServicesStandIn.Call;
import io.dronedelivery.scheduler.ServicesStandIn.Reply;
import io.dronedelivery.testing.ManagementInterface;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import io.smallrye.faulttolerance.api.CircuitBreakerState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A service is down, or says no, or talks nonsense: what the scheduler does with its requests meanwhile. */
@QuarkusTest
@QuarkusTestResource(ServicesStandIn.class)
class OutageTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final Duration ASKED_FOR = Duration.ofSeconds(2);
    private static final int ENOUGH_TO_OPEN_A_CIRCUIT = 8;

    private final Downstreams downstreams;
    private final CircuitBreakerMaintenance circuits;
    private final Scenario scenario = new Scenario();

    OutageTest(Downstreams downstreams, CircuitBreakerMaintenance circuits) {
        this.downstreams = downstreams;
        this.circuits = circuits;
    }

    @AfterEach
    void close() {
        scenario.close();
        circuits.resetAll();
    }

    @Test
    void whileAServiceIsDownRequestsWaitInTheirTopicAndAreAllCarriedOutAfterwards() {
        List<Scenario> early = IntStream.range(0, ENOUGH_TO_OPEN_A_CIRCUIT)
                .mapToObj(_ -> new Scenario())
                .toList();
        early.forEach(OutageTest::accountingIsDown);
        early.forEach(Scenario::send);
        await().atMost(TIMEOUT).until(() -> circuit() == CircuitBreakerState.OPEN);

        accountingIsDown(scenario);
        scenario.send();
        await().atMost(TIMEOUT).until(this::waitsAtTheGate);

        early.forEach(OutageTest::accountingIsBack);
        accountingIsBack(scenario);

        early.forEach(Scenario::scheduled);
        scenario.scheduled();
        await().atMost(TIMEOUT).until(() -> intake().path("state").equals("OPEN"));
        early.forEach(Scenario::close);
        assertThat(scenario.compensated()).doesNotContain(scenario.id).doesNotContainAnyElementsOf(ids(early));
    }

    @Test
    void withNothingUnderWayARequestIsTakenToSeeWhetherTheServiceIsBack() {
        openTheCircuit();

        scenario.send();

        scenario.scheduled();
        await().atMost(TIMEOUT).until(() -> circuit() == CircuitBreakerState.CLOSED);
    }

    @Test
    void aRefusalIsNotAskedForAgain() {
        ServicesStandIn.answer(scenario.path("packages"), Reply.refused(422, "TOO_HEAVY_FOR_DRONES"));

        scenario.send();

        assertThat(scenario.compensation().code()).isEqualTo(Refusal.TOO_HEAVY_FOR_DRONES);
        assertThat(scenario.compensation().price()).isEqualTo(Scenario.PRICE);
        assertThat(ServicesStandIn.calls(scenario.id))
                .extracting(Call::path)
                .containsOnlyOnce(scenario.path("packages"));
    }

    @Test
    void whoAsksToBeLeftAloneForAWhileIs() {
        ServicesStandIn.answer(scenario.path("charges"), Reply.busy(ASKED_FOR), Reply.ok(Json.text(charge(scenario))));

        scenario.send();

        scenario.scheduled();
        List<Instant> asked = ServicesStandIn.calls(scenario.id).stream()
                .filter(call -> call.path().equals(scenario.path("charges")))
                .map(Call::at)
                .toList();
        assertThat(asked).hasSize(2);
        assertThat(Duration.between(asked.getFirst(), asked.getLast())).isGreaterThanOrEqualTo(ASKED_FOR);
    }

    @Test
    void whatNoContractKnowsIsGivenUpAtOnce() {
        ServicesStandIn.answer(scenario.path("packages"), new Reply(404, "text/html", "<h1>Not here</h1>"));

        scenario.send();

        assertThat(scenario.compensation().code()).isEqualTo(Refusal.MALFORMED_ANSWER);
        assertThat(scenario.compensation().detail()).contains("packaging").contains("404");
    }

    private void openTheCircuit() {
        while (circuit() != CircuitBreakerState.OPEN) {
            downstreams
                    .of("accounting")
                    .call(() -> {
                        throw new IllegalStateException("down");
                    })
                    .onFailure()
                    .recoverWithNull()
                    .await()
                    .atMost(TIMEOUT);
        }
    }

    private CircuitBreakerState circuit() {
        return downstreams.of("accounting").circuit();
    }

    private boolean waitsAtTheGate() {
        boolean begun = !ServicesStandIn.calls(scenario.id).isEmpty();
        Response intake = intake();
        return !begun
                && intake.path("state").equals("PAUSED")
                && intake.path("holding").equals(true)
                && intake.path("because").equals(List.of("accounting"))
                && ManagementInterface.get("/metrics").asString().contains("intake_paused 1.0");
    }

    private static Response intake() {
        return given().get("/operations/intake");
    }

    private static void accountingIsDown(Scenario scenario) {
        ServicesStandIn.answer(scenario.path("charges"), new Reply(503, "text/plain", "down"));
    }

    private static void accountingIsBack(Scenario scenario) {
        scenario.answer("charges", charge(scenario));
    }

    private static Charge charge(Scenario scenario) {
        return new Charge(scenario.id, 3, "ann", Scenario.PRICE, Charges.State.HELD, scenario.now);
    }

    private static List<String> ids(List<Scenario> scenarios) {
        return scenarios.stream().map(scenario -> scenario.id).toList();
    }
}
