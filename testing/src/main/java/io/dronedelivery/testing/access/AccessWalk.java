package io.dronedelivery.testing.access;

import com.fasterxml.jackson.databind.JsonNode;
import io.dronedelivery.contracts.Json;
import io.dronedelivery.contracts.Problem;
import io.dronedelivery.testing.openapi.Answer;
import io.dronedelivery.testing.openapi.AnswersAsDescribed;
import io.restassured.RestAssured;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Sends one token to many endpoints at once. */
final class AccessWalk implements AutoCloseable {
    /** The fields of a problem detail that tells nothing of what was asked for. */
    private static final Set<String> TOLD = Set.of("type", "title", "status", "detail");

    private static final Set<String> BODILESS = Set.of("GET", "HEAD", "OPTIONS");

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    JsonNode description() {
        Endpoint description = new Endpoint("GET", "/q/openapi?format=json", Set.of());
        return Json.read(send(null, List.of(description)).getFirst().body(), JsonNode.class);
    }

    /**
     * In words, each answer that is not the refusal that it should be.
     *
     * @param authorization the value of the header; without it where null
     */
    List<String> notRefused(int status, String what, @Nullable String authorization, Collection<Endpoint> endpoints) {
        return send(authorization, endpoints).stream()
                .filter(answer -> !isRefusal(status, answer))
                .map(answer ->
                        what + ": " + Answer.of(answer) + " " + answer.headers().map())
                .toList();
    }

    List<HttpResponse<String>> send(@Nullable String authorization, Collection<Endpoint> endpoints) {
        List<CompletableFuture<HttpResponse<String>>> answers = endpoints.stream()
                .map(endpoint -> client.sendAsync(request(authorization, endpoint), BodyHandlers.ofString()))
                .toList();
        return answers.stream().map(CompletableFuture::join).toList();
    }

    private static HttpRequest request(@Nullable String authorization, Endpoint endpoint) {
        URI address = URI.create("http://localhost:" + RestAssured.port + endpoint.pathOfNothing());
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .header("Content-Type", "application/json")
                .method(
                        endpoint.method(),
                        BODILESS.contains(endpoint.method()) ? BodyPublishers.noBody() : BodyPublishers.ofString("{}"));
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        return request.build();
    }

    private static boolean isRefusal(int status, HttpResponse<String> answer) {
        return answer.statusCode() == status
                && answer.headers().allValues("Content-Type").equals(List.of(Problem.MEDIA_TYPE))
                && isChallenge(answer.headers().allValues("WWW-Authenticate"))
                && tellsNothing(answer)
                && AnswersAsDescribed.deviations(Answer.of(answer)).isEmpty();
    }

    private static boolean isChallenge(List<String> headers) {
        return headers.size() == 1 && headers.getFirst().startsWith("Bearer ");
    }

    private static boolean tellsNothing(HttpResponse<String> answer) {
        return answer.body().isEmpty()
                || Json.read(answer.body(), JsonNode.class)
                        .propertyStream()
                        .map(Map.Entry::getKey)
                        .allMatch(TOLD::contains);
    }

    @Override
    public void close() {
        client.close();
    }
}
