package io.dronedelivery.system.journey;

import com.fasterxml.jackson.databind.JsonNode;
import io.dronedelivery.contracts.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;

/** A client that speaks one version of the public API, and follows the links that it is given. */
final class VersionedClient {
    private static final String PUBLIC_API = "http://localhost:" + (8_080 + Dronectl.PORT_OFFSET) + "/api/";
    private static final int ACCEPTED = 202;
    private static final String REASON = "changed our mind";
    /** So late that no drone sets out while the test runs, by whatever clock. */
    private static final Instant READY_AT = Instant.now().plus(Duration.ofDays(10));

    private static final String ORDER = """
            {"pickup": {"location": {"latitude": 47.3852, "longitude": 8.5172}},
             "dropoff": {"location": {"latitude": 47.3901, "longitude": 8.5157}},
             "readyAt": "%s", "package": {"size": "SMALL", "weightGrams": 500}}
            """.formatted(READY_AT);
    private static final String CHANGE = "{\"deadline\": \"%s\"}".formatted(READY_AT.plus(Duration.ofHours(6)));

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String version;
    private final String token;

    private VersionedClient(String version, String token) {
        this.version = version;
        this.token = token;
    }

    static VersionedClient ofV1(String token) {
        return new VersionedClient("v1", token);
    }

    static VersionedClient ofV2(String token) {
        return new VersionedClient("v2", token);
    }

    String version() {
        return version;
    }

    /** Orders a delivery, and returns its id. The links of the answer have to be of this version. */
    String order(String key) {
        HttpResponse<String> answer = send(keyed("", key).POST(BodyPublishers.ofString(ORDER)));
        JsonNode accepted = json(answer);
        String self = accepted.path("links").path("self").asText();
        if (answer.statusCode() != ACCEPTED
                || !self.startsWith(deliveries())
                || !answer.headers().firstValue("Location").orElse("").equals(self)) {
            throw new AssertionError(answer.statusCode() + " " + answer.headers() + " " + answer.body());
        }
        return accepted.path("deliveryId").asText();
    }

    String status(String id) {
        return json(send(request("/" + id))).path("status").asText();
    }

    /** Returns the status of the answer. */
    int change(String id, String key) {
        return send(keyed("/" + id, key).method("PATCH", BodyPublishers.ofString(CHANGE)))
                .statusCode();
    }

    /** Returns the status of the answer. */
    int cancel(String id, String key) {
        HttpRequest.Builder request = version.equals("v1")
                ? keyed("/" + id + "?reason=" + REASON.replace(" ", "%20"), key).DELETE()
                : keyed("/" + id + "/cancellation", key)
                        .POST(BodyPublishers.ofString("{\"reason\": \"%s\"}".formatted(REASON)));
        return send(request).statusCode();
    }

    private String deliveries() {
        return PUBLIC_API + version + "/deliveries";
    }

    private HttpRequest.Builder keyed(String path, String key) {
        return request(path).header("Content-Type", "application/json").header("Idempotency-Key", '"' + key + '"');
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(deliveries() + path)).header("Authorization", "Bearer " + token);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException unreachable) {
            throw new UncheckedIOException(unreachable);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return Json.read(answer.body(), JsonNode.class);
    }
}
