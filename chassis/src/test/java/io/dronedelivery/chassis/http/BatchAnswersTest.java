package io.dronedelivery.chassis.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** One request for many deliveries: what each is answered. */
@QuarkusTest
class BatchAnswersTest {

    private static ValidatableResponse put(Stream<String> calls) {
        return given().contentType("application/json")
                .body(calls.collect(Collectors.joining(",", "{\"calls\": [", "]}")))
                .put("/batches")
                .then();
    }

    private static String call(String deliveryId, int attempt, String outcome) {
        return "{\"deliveryId\": \"%s\", \"attempt\": %d, \"body\": {\"outcome\": \"%s\"}}"
                .formatted(deliveryId, attempt, outcome);
    }

    @Test
    void eachCallIsAnsweredForItselfInOrder() {
        put(Stream.of("done", "refused", "nothing", "not yet", "away", "bug").map(outcome -> call("d", 2, outcome)))
                .statusCode(200)
                .body("answers", hasSize(6))
                .body("answers[0].value.attempt", equalTo(2))
                .body("answers[1].problem.code", equalTo("NO_CARRIER"))
                .body("answers[1].problem.type", equalTo("http://localhost:8080/problems/no-carrier"))
                .body("answers[2]", equalTo(Map.of()))
                .body("answers.problem.status", contains(422, 409, 503, 500))
                .body("answers[4].retryAfterSeconds", equalTo(2))
                .body(not(containsString("22021")));
    }

    @Test
    void aCallThatIsInvalidIsNamed() {
        put(Stream.of(call("d", 1, "done"), call("d", 0, "done")))
                .statusCode(400)
                .body("errors.field", contains("/calls/1/attempt"));
        put(Stream.of(call("d", 1, "a wish that is far too long")))
                .statusCode(400)
                .body("errors.field", contains("/calls/0/body/outcome"));
        put(Stream.of("null")).statusCode(400);
    }

    @Test
    void aBatchHasOneCallAndNotTooMany() {
        put(Stream.of()).statusCode(400).body("errors.field", contains("/calls"));
        put(IntStream.rangeClosed(0, 64).mapToObj(_ -> call("d", 1, "done"))).statusCode(400);
    }
}
