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
import java.util.List;
import java.util.UUID;

/** A delivery with personal data that can be looked for, to be confirmed by PIN. */
final class MarkedDelivery {
    private static final String DELIVERIES =
            "http://localhost:" + (8_080 + Dronectl.PORT_OFFSET) + "/api/v2/deliveries";
    private static final String NAME = "Marked Person 7f3a";
    private static final String PHONE = "+41790007734";
    private static final String EMAIL = "marked-7f3a@example.com";
    private static final String ORDER = """
            {"pickup": {"location": {"latitude": 47.3852, "longitude": 8.5172}},
             "dropoff": {"location": {"latitude": 47.3901, "longitude": 8.5157},
                         "contact": {"name": "%s", "phone": "%s", "email": "%s"}},
             "package": {"size": "SMALL", "weightGrams": 500}, "confirmation": "PIN"}
            """.formatted(NAME, PHONE, EMAIL);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String token;
    private final String id;

    private MarkedDelivery(String token) {
        this.token = token;
        this.id = json(post(DELIVERIES, ORDER)).path("deliveryId").asText();
    }

    /** Orders it with that token. */
    static MarkedDelivery order(String token) {
        return new MarkedDelivery(token);
    }

    String id() {
        return id;
    }

    /** What must be shown nowhere but to the owner. */
    List<String> secrets() {
        return List.of(NAME, PHONE, EMAIL, token, "eyJ", "\"pin\"");
    }

    String status() {
        return view().path("status").asText();
    }

    /** Tries a wrong PIN, then the right one. Returns the problem of the first. */
    String confirm() {
        String confirmation = DELIVERIES + "/" + id + "/confirmation";
        String problem = post(confirmation, "{\"pin\": \"none\"}").body();
        post(confirmation, "{\"pin\": \"%s\"}".formatted(view().path("pin").asText()));
        return problem;
    }

    private JsonNode view() {
        return json(send(HttpRequest.newBuilder(URI.create(DELIVERIES + "/" + id))));
    }

    private HttpResponse<String> post(String uri, String body) {
        return send(HttpRequest.newBuilder(URI.create(uri))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.header("Authorization", "Bearer " + token).build(), BodyHandlers.ofString());
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
