package io.dronedelivery.chassis.calls;

import static io.dronedelivery.chassis.calls.SocketServer.answer;
import static io.dronedelivery.chassis.calls.SocketServer.behave;
import static io.dronedelivery.chassis.calls.SocketServer.http;
import static io.dronedelivery.chassis.calls.SocketServer.reset;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.dronedelivery.chassis.access.TestIssuer;
import io.dronedelivery.chassis.calls.Clients.Thing;
import io.dronedelivery.chassis.failure.NotYet;
import io.dronedelivery.chassis.failure.ProblemException;
import io.dronedelivery.chassis.failure.RemoteFailure;
import io.dronedelivery.contracts.Outcome;
import io.dronedelivery.contracts.Refusal;
import io.dronedelivery.issuer.Grant;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import io.smallrye.faulttolerance.api.CircuitBreakerState;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Calls to a server that fails in all the ways that servers do. */
@QuarkusTest
@QuarkusTestResource(SocketServer.class)
class DownstreamTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final int WINDOW = 20;
    private static final String UNAUTHENTICATED =
            "{\"type\": \"urn:x\", \"title\": \"t\", \"status\": 401, \"detail\": \"d\", \"code\": \"NOT_FOUND\"}";

    private final Downstreams downstreams;
    private final CircuitBreakerMaintenance circuits;
    private final Clients.Dead dead;
    private final Clients.Odd odd;

    @TestHTTPResource(value = "/metrics", management = true)
    private String metrics = "";

    DownstreamTest(
            Downstreams downstreams,
            CircuitBreakerMaintenance circuits,
            @RestClient Clients.Dead dead,
            @RestClient Clients.Odd odd) {
        this.downstreams = downstreams;
        this.circuits = circuits;
        this.dead = dead;
        this.odd = odd;
    }

    @AfterEach
    void closeTheCircuits() {
        circuits.resetAll();
    }

    @Test
    void anAnswerComesThrough() {
        behave(http("200 OK", "application/json", "{\"name\": \"a\"}"));

        assertThat(packaging().call(() -> odd.thing()).await().atMost(TIMEOUT)).isEqualTo(new Thing("a"));
        assertThat(ask()).isEqualTo(new Outcome.Granted<>(new Thing("a")));
    }

    @Test
    void aRefusedConnectionMayPass() {
        assertThat(failure(downstreams.of("accounting").call(() -> dead.thing())))
                .isExactlyInstanceOf(RemoteFailure.class)
                .hasMessageContaining("accounting")
                .rootCause()
                .hasMessageContaining("refused");
    }

    @Test
    void aResetInMidAnswerMayPass() {
        behave(reset("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{\"na"));
        assertThat(thing()).isExactlyInstanceOf(RemoteFailure.class);

        behave(reset(""));
        assertThat(thing()).isExactlyInstanceOf(RemoteFailure.class);
    }

    @Test
    void anAnswerThatEndsTooEarlyMayPass() {
        behave(answer("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{\"na"));

        assertThat(thing()).isExactlyInstanceOf(RemoteFailure.class);
    }

    @Test
    void silenceMayPass() {
        behave(connection -> connection.getInputStream().read());

        assertThat(thing()).isExactlyInstanceOf(RemoteFailure.class);
    }

    @Test
    void garbageIsAgainstTheContract() {
        for (SocketServer.Manner garbage : List.of(
                http("200 OK", "application/json", "{\"name\":"),
                http("200 OK", "application/json", "[1, 2]"),
                http("200 OK", "text/html", "<h1>welcome</h1>"),
                http("200 OK", "application/json", "{}"),
                http("200 OK", "application/json", ""),
                http("404 Not Found", "text/plain", "what?"))) {
            behave(garbage);
            assertThat(ask()).isInstanceOfSatisfying(Outcome.Refused.class, refused -> assertThat(refused.code())
                    .isEqualTo(Refusal.MALFORMED_ANSWER));
        }
    }

    /** Who speaks no HTTP is not the service: perhaps it is not up yet. */
    @Test
    void whatIsNoHttpMayPass() {
        behave(answer("220 mail.example ESMTP\r\n\r\n"));

        assertThat(thing()).isExactlyInstanceOf(RemoteFailure.class);
    }

    @Test
    void aRefusalIsTheLastWord() {
        behave(
                http(
                        "422 Unprocessable",
                        "application/problem+json",
                        "{\"type\": \"urn:x\", \"title\": \"t\", \"status\": 422, \"detail\": \"d\", \"code\": \"NO_CARRIER\"}"));

        assertThat(ask()).isEqualTo(new Outcome.Refused<>(Refusal.NO_CARRIER, "d"));
        assertThat(thing()).isInstanceOf(ProblemException.class);
    }

    @Test
    void theDoorOpensNoCircuitForWhatIsNotYet() {
        behave(http("409 Conflict", "application/json", "{}"));
        for (int call = 0; call < WINDOW; call++) {
            assertThat(thing()).isInstanceOf(NotYet.class);
        }

        assertThat(packaging().circuit()).isEqualTo(CircuitBreakerState.CLOSED);
    }

    @Test
    void aServiceThatIsDownIsLeftAloneUntilItIsBack() {
        behave(answer("HTTP/1.1 503 Busy\r\nRetry-After: 7\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"));
        for (int call = 0; call < WINDOW; call++) {
            assertThat(thing()).isInstanceOf(RemoteFailure.class);
        }
        assertThat(packaging().circuit()).isEqualTo(CircuitBreakerState.OPEN);
        int before = SocketServer.REQUESTS.get();
        assertThat(thing()).hasMessageContaining("circuit");
        assertThat(SocketServer.REQUESTS).hasValue(before);
        seenByOperators();

        behave(http("200 OK", "application/json", "{\"name\": \"a\"}"));
        await().atMost(TIMEOUT).until(() -> packaging().circuit() == CircuitBreakerState.HALF_OPEN);
        assertThat(ask()).isInstanceOf(Outcome.Granted.class);
        assertThat(packaging().circuit()).isEqualTo(CircuitBreakerState.CLOSED);
    }

    @Test
    void aCallBearsTheServicesToken() {
        behave(http("200 OK", "application/json", "{\"name\": \"a\"}"));

        assertThat(ask()).isInstanceOf(Outcome.Granted.class);
        assertThat(SocketServer.lastRequest()).containsPattern("(?i)authorization: Bearer [\\w.-]+");
    }

    @Test
    void aCallWhoseTokenIsRefusedIsMadeOnceMoreWithANewToken() {
        for (String status : List.of("401 Unauthorized", "403 Forbidden")) {
            AtomicInteger calls = new AtomicInteger();
            behave(connection -> (calls.incrementAndGet() == 1
                            ? http(status, "application/problem+json", UNAUTHENTICATED)
                            : http("200 OK", "application/json", "{\"name\": \"a\"}"))
                    .with(connection));

            assertThat(ask()).isInstanceOf(Outcome.Granted.class);
            assertThat(calls).hasValue(2);
        }
    }

    @Test
    void aServiceThatTrustsNobodyHasGivenNoAnswer() {
        AtomicInteger calls = new AtomicInteger();
        behave(connection -> {
            calls.incrementAndGet();
            http("401 Unauthorized", "application/problem+json", UNAUTHENTICATED)
                    .with(connection);
        });

        assertThat(catchThrowable(this::ask)).isInstanceOf(RemoteFailure.class).hasMessageContaining("token");
        assertThat(calls).hasValue(2);
        for (int call = 0; call < WINDOW; call++) {
            assertThat(catchThrowable(this::ask)).isNotNull();
        }
        assertThat(packaging().circuit()).isEqualTo(CircuitBreakerState.OPEN);
    }

    private void seenByOperators() {
        String one = "find { it.name == 'packaging' }.";
        given().header("Authorization", "Bearer " + TestIssuer.issuer().token(Grant.operator("Ada")))
                .get("/operations/downstreams")
                .then()
                .statusCode(200)
                .body(one + "circuit", equalTo("OPEN"))
                .body(one + "since", notNullValue())
                .body(one + "lastFailure.at", notNullValue())
                .body(one + "lastFailure.what", containsString("503"))
                .body(one + "inFlight", equalTo(0))
                .body(one + "limit", equalTo(16));
        given().get(metrics)
                .then()
                .statusCode(200)
                .body(containsString("downstream_calls_total{downstream=\"packaging\",outcome=\"failed\"}"))
                .body(containsString("downstream_calls_total{downstream=\"packaging\",outcome=\"circuit-open\"}"))
                .body(containsString("ft_circuitbreaker_state_current{method=\"packaging\",state=\"open\"} 1.0"))
                .body(containsString(
                        "ft_bulkhead_calls_total{bulkheadResult=\"rejected\",method=\"packaging-limit\"} 0.0"));
    }

    @Test
    void beyondTheLimitCallsWaitAndBeyondThatTheyAreRejected() {
        Downstream narrow = downstreams.of("narrow");
        List<UniEmitter<? super Thing>> underWay = new ArrayList<>();
        List<Object> ends = new ArrayList<>();
        for (int call = 0; call < 4; call++) {
            narrow.call(() -> Uni.createFrom().<Thing>emitter(underWay::add))
                    .subscribe()
                    .with(ends::add, ends::add);
        }
        assertThat(underWay).hasSize(2);
        assertThat(ends).singleElement().isInstanceOfSatisfying(RemoteFailure.class, rejected -> assertThat(rejected)
                .hasMessageContaining("Too many calls"));

        underWay.getFirst().complete(new Thing("first"));

        assertThat(underWay).hasSize(3);
        assertThat(narrow.standing().inFlight()).isEqualTo(2);
        assertThat(narrow.circuit()).isEqualTo(CircuitBreakerState.CLOSED);
    }

    private Downstream packaging() {
        return downstreams.of("packaging");
    }

    private Outcome<Thing> ask() {
        return packaging()
                .ask(() -> odd.thing(), thing -> thing.name() != null)
                .await()
                .atMost(TIMEOUT);
    }

    private Throwable thing() {
        return failure(packaging().call(() -> odd.thing()));
    }

    private static Throwable failure(Uni<?> call) {
        return catchThrowable(() -> call.await().atMost(TIMEOUT));
    }
}
