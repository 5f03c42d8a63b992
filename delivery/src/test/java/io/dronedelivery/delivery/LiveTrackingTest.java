package io.dronedelivery.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.dronedelivery.contracts.delivery.DeliveryStatus;
import io.dronedelivery.contracts.ingestion.DeliveryOrder.Confirmation;
import io.dronedelivery.issuer.Grant;
import io.dronedelivery.testing.KafkaProbe;
import io.dronedelivery.testing.access.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LiveTrackingTest {
    private final KafkaProbe probe = new KafkaProbe();
    private final HttpClient http = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        probe.close();
        http.close();
    }

    @Test
    void severalClientsGetEveryEventOnceAndTheStreamEndsWithTheDelivery() {
        Journey journey = journey().requested();
        CompletableFuture<List<String>> one = follow(journey, 0);
        CompletableFuture<List<String>> other = follow(journey, 0);
        journey.scheduled().takenOffFromThePickup().awaiting(DeliveryStatus.HEADED_TO_DROPOFF);
        journey.landedAtTheDropoff();
        for (CompletableFuture<List<String>> stream : List.of(one, other)) {
            List<String> lines = stream.join();
            assertThat(ids(lines)).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L);
            assertThat(lines)
                    .contains("event:DeliveryRequested", "event:DeliveryCompleted")
                    .contains(":still here");
        }
    }

    @Test
    void aClientThatReconnectsGetsTheEventsThatItMissed() {
        Journey journey = journey().requested().scheduled().takenOffFromThePickup();
        journey.landedAtTheDropoff().awaiting(DeliveryStatus.COMPLETED);
        assertThat(ids(follow(journey, 5).join())).containsExactly(6L, 7L);
        assertThat(ids(follow(journey, 7).join())).isEmpty();
    }

    @Test
    void theStreamTellsPositionAndExpectedTimeWhileUnderWay() throws IOException {
        Journey journey = journey().requested().scheduled().takenOffFromThePickup();
        journey.awaiting(DeliveryStatus.HEADED_TO_DROPOFF);
        HttpResponse<Stream<String>> stream = http.sendAsync(
                        request(journey, Tokens.of(Grant.customer(journey.account)), 0),
                        HttpResponse.BodyHandlers.ofLines())
                .join();
        try (Stream<String> lines = stream.body()) {
            assertThat(lines.filter(line -> line.startsWith("data:{\"position\""))
                            .findFirst()
                            .orElseThrow())
                    .contains("\"eta\"", "\"ninety\"");
        }
    }

    @Test
    void aStreamEndsWithItsTokenAndGoesOnWithANewOneWithoutAGap() {
        Journey journey = journey().requested();
        String token = Tokens.of(Grant.customer(journey.account).lasting(Duration.ofSeconds(3)));
        List<Long> before = ids(follow(journey, token, 0).join());
        assertThat(before).startsWith(1L);

        journey.scheduled().takenOffFromThePickup().awaiting(DeliveryStatus.HEADED_TO_DROPOFF);
        journey.landedAtTheDropoff();
        List<Long> after = ids(follow(journey, before.getLast()).join());
        assertThat(after).first().isEqualTo(before.getLast() + 1);
        assertThat(after).last().isEqualTo(7L);
    }

    private Journey journey() {
        return new Journey(probe, "account-" + UUID.randomUUID(), Confirmation.NONE);
    }

    private CompletableFuture<List<String>> follow(Journey journey, long lastEventId) {
        return follow(journey, Tokens.of(Grant.customer(journey.account)), lastEventId);
    }

    private CompletableFuture<List<String>> follow(Journey journey, String token, long lastEventId) {
        return http.sendAsync(request(journey, token, lastEventId), HttpResponse.BodyHandlers.ofString(UTF_8))
                .thenApply(answer -> answer.body()
                        .lines()
                        .map(line -> line.replaceFirst(": ", ":"))
                        .toList());
    }

    private HttpRequest request(Journey journey, String token, long lastEventId) {
        return HttpRequest.newBuilder(URI.create(
                        "http://localhost:" + RestAssured.port + "/api/v2/deliveries/" + journey.id + "/tracking"))
                .header("Authorization", "Bearer " + token)
                .header("Last-Event-ID", Long.toString(lastEventId))
                .build();
    }

    private static List<Long> ids(List<String> lines) {
        return lines.stream()
                .filter(line -> line.startsWith("id:"))
                .map(line -> Long.valueOf(line.substring("id:".length())))
                .toList();
    }
}
