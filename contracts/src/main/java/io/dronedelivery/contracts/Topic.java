package io.dronedelivery.contracts;

import io.dronedelivery.contracts.delivery.DeliveryEvent;
import io.dronedelivery.contracts.drone.DroneStream;
import io.dronedelivery.contracts.ingestion.DeliveryRequest;
import io.dronedelivery.contracts.scheduler.CompensationRequested;
import io.dronedelivery.contracts.transport.ShipmentProgress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The Kafka topics. Partition counts are final: changing one would break the order per key. */
public enum Topic {
    DELIVERY_REQUESTS("delivery.requests", DeliveryRequest.class, 16, Retention.YEARS),
    DELIVERY_COMPENSATIONS("delivery.compensations", CompensationRequested.class, 4, Retention.YEARS),
    DRONE_TELEMETRY("drone.telemetry", DroneStream.class, 16, Retention.DAY),
    TRANSPORT_TRACKING("transport.tracking", ShipmentProgress.class, 4, Retention.YEARS),
    DELIVERY_EVENTS("delivery.events", DeliveryEvent.class, 16, Retention.YEARS);

    /** How long the messages of a topic are kept. */
    public enum Retention {
        DAY,
        YEARS
    }

    /** A topic as it is to be created. */
    public record Definition(String name, int partitions, Retention retention) {}

    private static final String DEAD = ".dead";
    private static final int DEAD_LETTER_PARTITIONS = 1;

    private final Definition definition;
    private final Class<?> messages;

    Topic(String name, Class<?> messages, int partitions, Retention retention) {
        this.messages = messages;
        this.definition = new Definition(name, partitions, retention);
    }

    /** The name in the broker. */
    public String topicName() {
        return definition.name();
    }

    /** How many partitions it has, for good. */
    public int partitions() {
        return definition.partitions();
    }

    /** What its messages are: a family, or the one type there is. */
    public Class<?> messages() {
        return messages;
    }

    /** The topic that takes what could not be processed. */
    public String deadLetters() {
        return definition.name() + DEAD;
    }

    /** The topic of that name. */
    public static Optional<Topic> named(String name) {
        return Arrays.stream(values())
                .filter(topic -> topic.topicName().equals(name))
                .findFirst();
    }

    /** Every topic to create: these, and the dead letters of each. */
    public static List<Definition> definitions() {
        return Arrays.stream(values())
                .flatMap(topic -> Stream.of(
                        topic.definition, new Definition(topic.deadLetters(), DEAD_LETTER_PARTITIONS, Retention.YEARS)))
                .toList();
    }
}
