package io.dronedelivery.bench.growth;

import io.dronedelivery.bench.measurement.InvalidMeasurement;
import io.dronedelivery.bench.measurement.WholeTopic;
import io.dronedelivery.bench.seed.CopiedIds;
import io.dronedelivery.contracts.Json;
import io.dronedelivery.contracts.Topic;
import io.dronedelivery.contracts.delivery.Assignment.Means;
import io.dronedelivery.contracts.delivery.DeliveryEvent;
import io.dronedelivery.contracts.delivery.DeliveryEvent.DeliveryCompleted;
import io.dronedelivery.contracts.delivery.DeliveryEvent.DeliveryCreated;
import io.dronedelivery.contracts.drone.DroneTelemetry;
import io.dronedelivery.local.project.Endpoints;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Finds deliveries that the system has carried out, in the topic of events. */
final class CarriedOut implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration POLL = Duration.ofMillis(100);

    private final KafkaConsumer<byte[], byte[]> events = new KafkaConsumer<>(
            Map.of("bootstrap.servers", Endpoints.kafka()), new ByteArrayDeserializer(), new ByteArrayDeserializer());

    private final Queue<ConsumerRecord<byte[], byte[]>> unread = new ArrayDeque<>();

    /** Reads the topic from its begin. */
    CarriedOut() {
        events.seekToBeginning(WholeTopic.assign(events, Topic.DELIVERY_EVENTS.topicName()));
    }

    /** A delivery that is scheduled with a drone; another one at each call. */
    DeliveryCreated scheduled() {
        return next(
                "scheduled",
                event -> event instanceof DeliveryCreated created && byDrone(created)
                        ? Optional.of(created)
                        : Optional.empty());
    }

    /** A simulated drone does not count: it has a name, which would be the same in each copy. */
    private static boolean byDrone(DeliveryCreated created) {
        return created.assignment().means() == Means.DRONE
                && CopiedIds.areIn(created.assignment().carrier());
    }

    /** Has the delivery's drone fly it, and returns when it is completed. */
    void complete(DeliveryCreated delivery) {
        try (KafkaProducer<String, byte[]> stream = new KafkaProducer<>(
                Map.of("bootstrap.servers", Endpoints.kafka()), new StringSerializer(), new ByteArraySerializer())) {
            for (DroneTelemetry sample : CompleteFlight.of(delivery, Instant.now())) {
                var _ = stream.send(
                        new ProducerRecord<>(Topic.DRONE_TELEMETRY.topicName(), sample.droneId(), Json.bytes(sample)));
            }
        }
        String id = delivery.header().deliveryId();
        next(
                "completed",
                event -> event instanceof DeliveryCompleted completed
                                && completed.header().deliveryId().equals(id)
                        ? Optional.of(completed)
                        : Optional.empty());
    }

    private <E> E next(String what, Function<DeliveryEvent, Optional<E>> wanted) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            if (unread.isEmpty()) {
                events.poll(POLL).forEach(unread::add);
                continue;
            }
            Optional<E> found = wanted.apply(Json.read(unread.remove().value(), DeliveryEvent.class));
            if (found.isPresent()) {
                return found.get();
            }
        }
        throw new InvalidMeasurement("no delivery was " + what + " within " + PATIENCE.toSeconds() + " s");
    }

    @Override
    public void close() {
        events.close();
    }
}
