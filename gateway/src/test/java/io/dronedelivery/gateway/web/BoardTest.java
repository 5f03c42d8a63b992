package io.dronedelivery.gateway.web;

import static io.dronedelivery.gateway.standin.Requests.operator;
import static io.dronedelivery.gateway.web.ConsoleServices.ALL;
import static io.dronedelivery.gateway.web.ConsoleServices.DOWNSTREAMS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import io.dronedelivery.contracts.Json;
import io.dronedelivery.gateway.docs.Described;
import io.dronedelivery.gateway.standin.ScriptedServices;
import io.dronedelivery.gateway.standin.ScriptedServices.Answer;
import io.dronedelivery.gateway.standin.ScriptedServices.Behaviour;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(value = ScriptedServices.class, scope = TestResourceScope.RESTRICTED_TO_CLASS)
class BoardTest {
    /** The time-out, and as much again for a busy machine. */
    private static final Duration IN_TIME = Duration.ofSeconds(4);

    private static final int CALLS_FOR_A_BOARD = 12;

    @BeforeEach
    void allIsWell() {
        ConsoleServices.areWell();
    }

    @Test
    void theBoardHasWhatEachServiceCounts() {
        board().statusCode(200)
                .body("deliveries.PENDING", equalTo(2))
                .body("deliveries.SCHEDULED", equalTo(0))
                .body("deliveries.LOST_IN_SPACE", equalTo(1))
                .body("drones.FREE", equalTo(31))
                .body("drones.ASLEEP", equalTo(1))
                .body("intake.state", equalTo("OPEN"))
                .body("attention.alerts.RECOVER_PARCEL", equalTo(1))
                .body("attention.compensations.UNDECIDED", equalTo(1))
                .body("attention.deadLetters.'delivery.events'", equalTo(2))
                .body("cutOff", hasSize(0))
                .body("incomplete", hasSize(0));
    }

    @Test
    void itIsAsItIsDescribed() {
        cutOff("scheduler", "packaging", "OPEN");
        JsonNode answer = Json.read(board().extract().asString(), JsonNode.class);
        assertThat(Described.faults(answer, "/components/schemas/Board")).isEmpty();
    }

    @Test
    void servicesThatAreCutOffFromOthersAreNamed() {
        cutOff("scheduler", "packaging", "OPEN");
        cutOff("ingestion", "delivery", "HALF_OPEN");
        cutOff("supervisor", "drone", "AJAR");
        board().body("cutOff.service", contains("ingestion", "scheduler", "supervisor"))
                .body("cutOff.from", contains("delivery", "packaging", "drone"))
                .body("cutOff.circuit", contains("HALF_OPEN", "OPEN", "AJAR"))
                .body("cutOff[0].since", equalTo("2026-11-20T14:00:00Z"));
    }

    private static void cutOff(String service, String from, String circuit) {
        ConsoleServices.behave(service, DOWNSTREAMS, _ -> new Answer(200, """
                [{"name":"accounting","circuit":"CLOSED","since":"2026-11-20T13:00:00Z","inFlight":1,"limit":16},
                 {"name":"%s","circuit":"%s","since":"2026-11-20T14:00:00Z","inFlight":0,"limit":16}]""".formatted(from, circuit)));
    }

    @Test
    void allServicesAreAskedAtTheSameTimeByTheOperatorsOwnToken() {
        CyclicBarrier all = new CyclicBarrier(CALLS_FOR_A_BOARD);
        for (String service : ALL) {
            Behaviour usual = ScriptedServices.behaviour(service);
            ScriptedServices.behave(service, call -> {
                all.await(IN_TIME.toMillis(), TimeUnit.MILLISECONDS);
                return usual.to(call);
            });
        }
        board().statusCode(200).body("incomplete", hasSize(0));
        assertThat(ALL.stream().flatMap(service -> ScriptedServices.calls(service).stream()))
                .hasSize(CALLS_FOR_A_BOARD)
                .allSatisfy(call -> assertThat(call.authorization())
                        .startsWith("Bearer ")
                        .isNotEqualTo("Bearer " + ScriptedServices.ownToken()));
    }

    @ParameterizedTest
    @CsvSource({"delivery, deliveries", "drone, drones", "scheduler, intake", "supervisor, attention"})
    void whatAServiceCannotTellIsAbsentAndNotZero(String service, String part) {
        ConsoleServices.fails(service);
        ValidatableResponse board =
                board().statusCode(200).body("incomplete", contains(service)).body(part, nullValue());
        Set.of("deliveries", "drones", "intake", "attention").stream()
                .filter(other -> !other.equals(part))
                .forEach(other -> board.body(other, notNullValue()));
    }

    @Test
    void aServiceThatCannotTellOfItsCallsIsNamedOnce() {
        ConsoleServices.behave("transport", DOWNSTREAMS, _ -> Answer.failure(503));
        ConsoleServices.fails("delivery");
        cutOff("scheduler", "delivery", "OPEN");
        board().statusCode(200)
                .body("incomplete", contains("delivery", "transport"))
                .body("cutOff.service", contains("scheduler"));
    }

    @Test
    void slowServicesAreNotWaitedFor() {
        ConsoleServices.behave("drone", "/operations/counts", _ -> {
            ScriptedServices.silence();
            return Answer.failure(500);
        });
        ConsoleServices.behave("accounting", DOWNSTREAMS, _ -> new Answer(200, "[]", true));
        Instant begin = Instant.now();
        board().statusCode(200)
                .body("incomplete", contains("accounting", "drone"))
                .body("drones", nullValue())
                .body("deliveries.PENDING", equalTo(2));
        assertThat(Duration.between(begin, Instant.now())).isLessThan(IN_TIME);
    }

    @Test
    void withoutAnyServiceTheBoardSaysSo() {
        ALL.forEach(ConsoleServices::fails);
        board().statusCode(200)
                .body("keySet()", equalTo(Set.of("cutOff", "incomplete")))
                .body("incomplete", equalTo(ALL));
    }

    private static ValidatableResponse board() {
        return operator().get("/web/v1/board").then();
    }
}
