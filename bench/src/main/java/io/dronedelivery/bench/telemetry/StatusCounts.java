package io.dronedelivery.bench.telemetry;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toUnmodifiableSet;

import io.dronedelivery.bench.measurement.InvalidMeasurement;
import io.dronedelivery.bench.measurement.WholeTopic;
import io.dronedelivery.contracts.Json;
import io.dronedelivery.contracts.delivery.DeliveryEvent;
import io.dronedelivery.contracts.delivery.DeliveryStatus;
import io.dronedelivery.local.project.Endpoints;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Counts the statuses that a topic of events tells from now on, and those that it should tell. */
final class StatusCounts implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(50);

    private static final Set<DeliveryStatus> SHOWN_BY_FLIGHTS =
            Arrays.stream(Leg.values()).flatMap(leg -> leg.reached().stream()).collect(toUnmodifiableSet());

    private final String topic;
    private final Map<DeliveryStatus, Long> seen = new EnumMap<>(DeliveryStatus.class);
    private final Map<DeliveryStatus, Long> expected = new EnumMap<>(DeliveryStatus.class);
    private final KafkaConsumer<byte[], byte[]> consumer;
    private long lastSeenNanos = System.nanoTime();

    /** Begins at the topic's present end. */
    StatusCounts(String topic) {
        this.topic = topic;
        this.consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", Endpoints.kafka(), "isolation.level", "read_committed"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        WholeTopic.assignEnd(consumer, topic);
    }

    /** Expects what one leg of each of these flights shows. */
    void expect(List<Flight> flights) {
        shownBy(flights).forEach((status, count) -> expected.merge(status, count, Long::sum));
    }

    /** How many deliveries reach each status in one leg of these flights. */
    static Map<DeliveryStatus, Long> shownBy(List<Flight> flights) {
        return flights.stream()
                .flatMap(flight -> flight.leg().reached().stream())
                .collect(groupingBy(status -> status, () -> new EnumMap<>(DeliveryStatus.class), counting()));
    }

    /**
     * Waits until the topic has told all that is expected.
     *
     * @return the time when the last of it was read, by {@link System#nanoTime}
     * @throws InvalidMeasurement if nothing more comes for that time
     */
    long awaitAll(Duration patience) {
        lastSeenNanos = System.nanoTime();
        while (total(seen) < total(expected)) {
            read();
            if (System.nanoTime() - lastSeenNanos > patience.toNanos()) {
                throw new InvalidMeasurement("%s tells %s, instead of %s".formatted(topic, seen, expected));
            }
        }
        return lastSeenNanos;
    }

    /**
     * Checks that the topic has told exactly what is expected.
     *
     * @throws InvalidMeasurement if not
     */
    void check() {
        read();
        if (!seen.equals(expected)) {
            throw new InvalidMeasurement("%s tells %s, instead of %s".formatted(topic, seen, expected));
        }
    }

    private void read() {
        consumer.poll(POLL).forEach(message -> {
            DeliveryStatus status =
                    Json.read(message.value(), DeliveryEvent.class).header().status();
            if (SHOWN_BY_FLIGHTS.contains(status)) {
                seen.merge(status, 1L, Long::sum);
                lastSeenNanos = System.nanoTime();
            }
        });
    }

    private static long total(Map<DeliveryStatus, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
