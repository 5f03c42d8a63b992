package io.dronedelivery.chassis.failure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParseException;
import io.dronedelivery.contracts.Json;
import io.dronedelivery.contracts.Problem;
import io.dronedelivery.contracts.Refusal;
import jakarta.ws.rs.ProcessingException;
import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each kind of failure, and what is made of it. */
class FailuresTest {
    private static final String DATE = "Fri, 20 Nov 2026 12:00:00 GMT";

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 500, 502, 503, 504})
    void overloadAndOutageMayPass(int status) {
        RuntimeException meaning = answer(status, null, refusal(Refusal.ACCOUNT_SUSPENDED));

        assertThat(meaning).isExactlyInstanceOf(RemoteFailure.class).hasMessageContainingAll("accounting", "" + status);
        assertThat(Failures.signOfOutage(meaning)).isTrue();
        assertThat(Failures.mayPass(meaning)).isTrue();
    }

    @Test
    void aConflictWithoutACodeMayPassAndIsNoOutage() {
        RuntimeException meaning = answer(409, null, "{}");

        assertThat(meaning).isInstanceOf(NotYet.class);
        assertThat(Failures.signOfOutage(meaning)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"400, INVALID", "404, NOT_FOUND", "409, ATTEMPT_OVERTAKEN", "422, ACCOUNT_SUSPENDED"})
    void aRefusalIsTheLastWord(int status, Refusal code) {
        RuntimeException meaning = answer(status, null, refusal(code));

        assertThat(meaning).isInstanceOfSatisfying(ProblemException.class, refused -> {
            assertThat(refused.problem().code()).isEqualTo(code);
            assertThat(refused.problem().detail()).isEqualTo("why");
        });
        assertThat(Failures.signOfOutage(meaning)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"302, ''", "400, {}", "404, <html>", "405, ''", "418, {\"code\": \"TEAPOT\"}", "422, {\"code\": null}"})
    void anAnswerThatNoContractKnowsIsMalformed(int status, String body) {
        assertMalformed(answer(status, null, body));
    }

    @ParameterizedTest
    @CsvSource({
        "'', 0",
        "0, 0",
        "7, 7",
        "-3, 0",
        "soon, 0",
        "99999, 3600",
        "99999999999999999999, 0",
        "'Fri, 20 Nov 2026 12:00:30 GMT', 30",
        "'Fri, 20 Nov 2026 11:00:00 GMT', 0",
        "'Fri, 31 Nov 2026 12:00:00 GMT', 0"
    })
    void whatIsSaidOfTryingAgainIsKept(String header, int seconds) {
        for (int status : new int[] {429, 503, 409}) {
            assertThat(answer(status, header, ""))
                    .isInstanceOfSatisfying(RemoteFailure.class, failure -> assertThat(failure.retryAfter())
                            .isEqualTo(Duration.ofSeconds(seconds)));
        }
    }

    @Test
    void aMomentMeansNothingWithoutTheAnswersDate() {
        assertThat(RetryAfter.of("Fri, 20 Nov 2026 12:00:30 GMT", null)).isZero();
    }

    @Test
    void noAnswerMayPass() {
        for (Throwable failure : new Throwable[] {
            new ConnectException("refused"),
            new IOException("reset"),
            new ProcessingException(new IOException("reset")),
            new TimeoutException("late"),
            new CircuitBreakerOpenException("open"),
            new BulkheadException("full"),
            new IllegalStateException("a bug here says nothing of what was done there")
        }) {
            RuntimeException meaning = Failures.ofCall("accounting", failure);
            assertThat(meaning).isExactlyInstanceOf(RemoteFailure.class).hasMessageContaining("accounting");
            assertThat(Failures.signOfOutage(meaning)).isTrue();
        }
    }

    @Test
    void anAnswerThatCanNotBeReadIsMalformed() {
        JsonParseException notJson = new JsonParseException(null, "no JSON");

        assertMalformed(Failures.ofCall("accounting", notJson));
        assertMalformed(Failures.ofCall("accounting", new ProcessingException(notJson)));
        assertMalformed(Failures.ofCall("accounting", new ProcessingException("text/html can't be mapped")));
    }

    @Test
    void whatIsKnownAlreadyStaysAsItIs() {
        RemoteFailure failure = new RemoteFailure("away");
        ProblemException refusal = new ProblemException(Refusal.NOT_FOUND, "why");

        assertThat(Failures.ofCall("accounting", failure)).isSameAs(failure);
        assertThat(Failures.ofCall("accounting", refusal)).isSameAs(refusal);
    }

    @Test
    void aBugIsNotWaitedOutByConsumers() {
        assertThat(Failures.mayPass(new IOException("reset"))).isTrue();
        assertThat(Failures.mayPass(new TimeoutException("late"))).isTrue();
        assertThat(Failures.mayPass(new IllegalStateException("bug"))).isFalse();
    }

    private static void assertMalformed(RuntimeException meaning) {
        assertThat(meaning).hasMessageContaining("accounting");
        assertThat(meaning).isInstanceOfSatisfying(ProblemException.class, malformed -> assertThat(
                        malformed.problem().code())
                .isEqualTo(Refusal.MALFORMED_ANSWER));
        assertThat(Failures.signOfOutage(meaning)).isTrue();
    }

    private static RuntimeException answer(int status, @Nullable String retryAfter, String body) {
        return ErrorAnswer.of(status, retryAfter, DATE, body).meaning("accounting");
    }

    private static String refusal(Refusal code) {
        Problem problem = Problems.of(code, "why");
        return Json.text(problem);
    }
}
