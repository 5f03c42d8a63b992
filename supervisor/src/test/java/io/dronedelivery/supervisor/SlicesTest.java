package io.dronedelivery.supervisor;

import static io.dronedelivery.supervisor.watch.domain.DeliveryMessages.attempt;
import static io.dronedelivery.supervisor.watch.domain.DeliveryMessages.version;
import static io.restassured.RestAssured.get;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dronedelivery.contracts.Json;
import io.dronedelivery.contracts.Topic;
import io.dronedelivery.contracts.delivery.DeliveryEvent;
import io.dronedelivery.supervisor.deadletter.DeadLetterClient;
import io.dronedelivery.supervisor.deadletter.domain.DeadLetter.Place;
import io.dronedelivery.supervisor.watch.domain.DeliveryMessages;
import io.dronedelivery.supervisor.watch.domain.WatchedDeliveries;
import io.dronedelivery.supervisor.watch.domain.operations.AlertOperations;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Each slice consumes the events on its own: an event that one can't process, the other still does. */
@QuarkusTest
class SlicesTest {
    private static final Duration AT_MOST = Duration.ofSeconds(60);

    private final String deliveryId = UUID.randomUUID().toString();
    private final DeadLetterClient client = new DeadLetterClient();
    private final AlertOperations alerts;

    SlicesTest(WatchedDeliveries watched, InstantSource clock) {
        alerts = new AlertOperations(watched, clock);
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void anEventThatCompensationCannotProcessIsWatched() {
        DeliveryMessages beyondAllCalendars = new DeliveryMessages(deliveryId, Instant.MAX);
        send(beyondAllCalendars.pickedUp(version(3), attempt(1)));
        Place place = send(beyondAllCalendars.interrupted(version(4), attempt(1), DeliveryMessages.PLACE));

        String alert = "RECOVER_PARCEL-" + deliveryId + "-1";
        await().atMost(AT_MOST)
                .untilAsserted(() ->
                        assertThat(alerts.find(alert).await().indefinitely()).isPresent());
        client.view(client.awaitFrom(place)).body("failure.group", equalTo("supervisor"));
    }

    @Test
    void anEventThatTheWatchCannotProcessIsCompensated() {
        DeliveryEvent interrupted = new DeliveryMessages(deliveryId, Instant.now())
                .interrupted(version(4), attempt(1), DeliveryMessages.PLACE);
        ObjectNode withoutCause = (ObjectNode) Json.read(Json.bytes(interrupted), JsonNode.class);
        ((ObjectNode) withoutCause.get("header")).remove("cause");
        Place place = send(withoutCause);

        await().atMost(AT_MOST).untilAsserted(() -> get("/operations/compensations/{id}/1", deliveryId)
                .then()
                .statusCode(200));
        client.view(client.awaitFrom(place)).body("failure.group", equalTo("supervisor-watch"));
    }

    private Place send(Object event) {
        return client.send(Topic.DELIVERY_EVENTS.topicName(), deliveryId.getBytes(UTF_8), Json.bytes(event), Map.of());
    }
}
