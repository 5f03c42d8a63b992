package io.dronedelivery.gateway.proxy;

import static io.dronedelivery.gateway.standin.Requests.DELIVERY;
import static io.dronedelivery.gateway.standin.Requests.customer;
import static io.dronedelivery.gateway.standin.Requests.operator;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.dronedelivery.chassis.http.RawClient;
import io.dronedelivery.gateway.standin.Observed;
import io.dronedelivery.gateway.standin.RawService;
import io.dronedelivery.gateway.standin.Requests;
import io.dronedelivery.issuer.Grant;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ServiceFailureTest {
    private static final String RAW = "/operations/v1/services/packaging/downstreams";

    private static ValidatableResponse problem(ValidatableResponse answer, int status) {
        return answer.statusCode(status)
                .contentType("application/problem+json")
                .body("status", equalTo(status))
                .body("detail", not(containsString("Exception")))
                .body("detail", not(containsString("localhost")));
    }

    @Test
    void aServiceThatIsDownIsTold() {
        problem(operator().get("/operations/v1/intake").then(), 503)
                .header("Retry-After", equalTo("2"))
                .body("detail", containsString("scheduler"));
    }

    @Test
    void aServiceThatIsSilentIsTold() {
        problem(customer().header("Behave", "silent").get(DELIVERY).then(), 504);
        problem(
                        customer()
                                .header("Behave", "silent")
                                .body("x")
                                .post("/api/v2/deliveries")
                                .then(),
                        504)
                .body("detail", containsString("Perhaps"));
        await().atMost(Duration.ofSeconds(1)).until(() -> Observed.open() == 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "HTTP/1.1 200 O", "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n"})
    void aServiceThatBreaksOffBeforeItsAnswerIsAskedOnceMoreAndThenTold(String bytes) {
        RawService.answers(bytes);
        problem(operator().get(RAW).then(), 503).header("Retry-After", equalTo("2"));
        assertThat(RawService.requests()).isEqualTo(2);
    }

    @Test
    void whatMayHaveChangedSomethingIsNotSentAgain() {
        long before = Observed.begun();
        problem(
                        customer()
                                .header("Behave", "closing")
                                .body("x")
                                .post("/api/v2/deliveries")
                                .then(),
                        503)
                .body("detail", containsString("Perhaps"));
        problem(
                customer()
                        .header("Behave", "closing")
                        .delete("/api/v1/deliveries/d1")
                        .then(),
                503);
        assertThat(Observed.begun() - before).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense\r\n\r\n",
                "HTTP/1.1 abc OK\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab"
            })
    void aServiceThatDoesNotSpeakHttpIsTold(String bytes) {
        RawService.answers(bytes);
        problem(operator().get(RAW).then(), 502);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nbeginning",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n9\r\nbeginning\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n9\r\nbeginning\r\nnonsense\r\n"
            })
    void anAnswerThatBreaksOffIsCutAndNeverLooksWhole(String bytes) throws Exception {
        RawService.answers(bytes);
        try (RawClient client = new RawClient()) {
            client.send(Requests.raw(Grant.operator("Ada"), "GET " + RAW + " HTTP/1.1"));
            String told = client.rest(); // until the connection is closed
            assertThat(told).startsWith("HTTP/1.1 200 OK").doesNotContain("\r\n0\r\n");
            assertThat(told.toLowerCase(java.util.Locale.ROOT)).containsAnyOf("content-length: 1000", "chunked");
        }
    }

    @Test
    void anAnswerWithoutALengthEndsWithItsConnection() throws Exception {
        RawService.answers("HTTP/1.1 200 OK\r\n\r\nall of it");
        operator().get(RAW).then().statusCode(200).body(equalTo("all of it"));
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 304})
    void anAnswerWithoutABodyStaysOne(int status) throws Exception {
        RawService.answers("HTTP/1.1 " + status + " Fine\r\nETag: \"a\"\r\n\r\n");
        try (RawClient client = new RawClient()) {
            client.send(Requests.raw(Grant.operator("Ada"), "GET " + RAW + " HTTP/1.1"));
            assertThat(client.answer().status()).isEqualTo(status);
            client.send(Requests.raw("GET " + DELIVERY + " HTTP/1.1"));
            assertThat(client.answer().status()).isEqualTo(200);
        }
    }

    @Test
    void errorsOfAServiceArePassedOn() {
        RawService.answers("HTTP/1.1 409 Conflict\r\nContent-Type: application/problem+json\r\nRetry-After: 7\r\n"
                + "Content-Length: 2\r\n\r\n{}");
        operator()
                .get(RAW)
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .header("Retry-After", equalTo("7"));
    }
}
