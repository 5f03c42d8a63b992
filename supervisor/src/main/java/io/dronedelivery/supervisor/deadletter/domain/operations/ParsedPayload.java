package io.dronedelivery.supervisor.deadletter.domain.operations;

import io.dronedelivery.contracts.Json;
import io.dronedelivery.contracts.Topic;
import io.dronedelivery.contracts.delivery.DeliveryEvent;
import io.dronedelivery.contracts.drone.DroneStream;
import io.dronedelivery.contracts.ingestion.DeliveryRequest;
import io.dronedelivery.contracts.scheduler.CompensationRequested;
import io.dronedelivery.contracts.transport.ShipmentProgress;
import io.dronedelivery.supervisor.deadletter.domain.Payload;
import io.dronedelivery.supervisor.deadletter.domain.operations.ActResult.Unreadable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether a payload is a message of its topic. */
sealed interface ParsedPayload permits ParsedPayload.Readable, Unreadable {
    /** With its key and headers still within what a topic takes, which is a little more than a million bytes. */
    int BYTES_MAX = 1_000_000;

    /**
     * It is one.
     *
     * @param type its CloudEvents type
     * @param key the Kafka key that its topic prescribes
     */
    record Readable(Topic topic, String type, String key, Payload payload) implements ParsedPayload {}

    static ParsedPayload of(String topicName, @Nullable Payload payload) {
        Optional<Topic> topic = Topic.named(topicName);
        if (topic.isEmpty()) {
            return unreadable("There is no topic " + topicName + ".", payload);
        }
        if (payload == null) {
            return unreadable("It has no payload.", payload);
        }
        return payload.size() > BYTES_MAX
                ? unreadable("It has " + payload.size() + " bytes; " + BYTES_MAX + " are allowed.", payload)
                : read(topic.get(), payload);
    }

    private static ParsedPayload read(Topic topic, Payload payload) {
        try {
            @Nullable Object message = Json.read(payload.bytes(), topic.messages());
            if (message == null) {
                return unreadable("It is null.", payload);
            }
            return key(topic, message)
                    .filter(key -> !key.isBlank())
                    .<ParsedPayload>map(
                            key -> new Readable(topic, message.getClass().getSimpleName(), key, payload))
                    .orElseGet(() -> unreadable("It does not say which delivery or drone it concerns.", payload));
        } catch (UncheckedIOException malformed) {
            return new Unreadable(Objects.requireNonNull(malformed.getCause()), payload);
        }
    }

    /** Any field of a message may be missing, whatever its type says. */
    private static Optional<String> key(Topic topic, Object message) {
        return switch (topic) {
            case DELIVERY_REQUESTS -> Optional.ofNullable(((DeliveryRequest) message).deliveryId());
            case DELIVERY_COMPENSATIONS -> Optional.ofNullable(((CompensationRequested) message).deliveryId());
            case DRONE_TELEMETRY -> Optional.ofNullable(((DroneStream) message).droneId());
            case TRANSPORT_TRACKING -> Optional.ofNullable(((ShipmentProgress) message).deliveryId());
            case DELIVERY_EVENTS ->
                Optional.ofNullable(((DeliveryEvent) message).header()).map(DeliveryEvent.Header::deliveryId);
        };
    }

    private static Unreadable unreadable(String why, @Nullable Payload payload) {
        return new Unreadable(new IOException(why), payload == null ? Payload.of(new byte[0]) : payload);
    }
}
