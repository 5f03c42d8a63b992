package io.dronedelivery.contracts;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The Kafka topics. Partition counts are final: changing one would break the order per key. */
public enum Topic {
    DELIVERY_REQUESTS("delivery.requests", 16, Retention.YEARS),
    DELIVERY_COMPENSATIONS("delivery.compensations", 4, Retention.YEARS),
    DRONE_TELEMETRY("drone.telemetry", 16, Retention.DAY),
    TRANSPORT_TRACKING("transport.tracking", 4, Retention.YEARS),
    DELIVERY_EVENTS("delivery.events", 16, Retention.YEARS);

    /** How long the messages of a topic are kept. */
    public enum Retention {
        DAY,
        YEARS
    }

    /** A topic as it is to be created. */
    public record Definition(String name, int partitions, Retention retention) {}

    private static final int DEAD_LETTER_PARTITIONS = 1;

    private final Definition definition;

    Topic(String name, int partitions, Retention retention) {
        this.definition = new Definition(name, partitions, retention);
    }

    /** The name in the broker. */
    public String topicName() {
        return definition.name();
    }

    /** Every topic to create: these, and the dead letters of each. */
    public static List<Definition> definitions() {
        return Arrays.stream(values())
                .map(topic -> topic.definition)
                .flatMap(topic -> Stream.of(
                        topic, new Definition(topic.name() + ".dead", DEAD_LETTER_PARTITIONS, Retention.YEARS)))
                .toList();
    }
}
