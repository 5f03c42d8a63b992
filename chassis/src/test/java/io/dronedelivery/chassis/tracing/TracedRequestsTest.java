package io.dronedelivery.chassis.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A service that traces: what a request does stays in the request's trace, wherever it goes on. */
@QuarkusTest
@TestProfile(TracedRequestsTest.Traced.class)
class TracedRequestsTest {
    private static final List<String> TRACES =
            Stream.of("a", "b", "c").map(digit -> digit.repeat(32)).toList();

    private final HttpClient client = HttpClient.newHttpClient();

    @TestHTTPResource
    @SuppressWarnings("NullAway.Init") // set by Quarkus
    URI service;

    /** Without an exporter: nothing listens. */
    public static final class Traced implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.otel.sdk.disabled", "false", "quarkus.otel.traces.exporter", "none");
        }
    }

    @Test
    void whatIsTriedAgainGoesOnInTheTrace() {
        assertThat(answersOf("/traced/retried")).containsExactlyElementsOf(TRACES);
    }

    @Test
    void aCallThatHadToWaitGoesOnInTheTraceOfWhoMadeIt() {
        assertThat(answersOf("/traced/limited")).containsExactlyElementsOf(TRACES);
    }

    @Test
    void aCallOfARecordedTraceHasARequestOfItsOwn() {
        assertThat(answersOf("/traced/batched")).containsExactlyElementsOf(TRACES);
    }

    /** The traces that as many requests as there are traces, sent at once, say they are in. */
    private List<String> answersOf(String path) {
        List<CompletableFuture<String>> answers = TRACES.stream()
                .map(trace -> HttpRequest.newBuilder(service.resolve(path))
                        .header(TraceContext.HEADER, "00-" + trace + "-b7ad6b7169203331-01")
                        .build())
                .map(request -> client.sendAsync(request, BodyHandlers.ofString())
                        .thenApply(answer -> TraceContext.spanIn(answer.body()).getTraceId()))
                .toList();
        return answers.stream().map(CompletableFuture::join).toList();
    }
}
