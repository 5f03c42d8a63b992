package io.dronedelivery.bench.telemetry.reference;

import java.util.Locale;
import org.apache.kafka.streams.StreamsConfig;

/** How safely Kafka Streams processes messages. The service delivery publishes each event once, with its state. */
public enum StreamsGuarantee {
    EXACTLY_ONCE(StreamsConfig.EXACTLY_ONCE_V2),
    /** The default of Kafka Streams: after a failure it may publish events twice. */
    AT_LEAST_ONCE(StreamsConfig.AT_LEAST_ONCE);

    /** The topic of {@link FlightState}, by the ids of the drones. */
    public static final String FLIGHTS_TOPIC = "bench.flights";

    private final String setting;

    StreamsGuarantee(String setting) {
        this.setting = setting;
    }

    String setting() {
        return setting;
    }

    /** The topic that the events go to. */
    public String eventsTopic() {
        return group() + ".events";
    }

    /** The reference with this guarantee, in words. */
    public String words() {
        return "Kafka Streams, " + name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** The consumer group; also the name of the process. */
    public String group() {
        return "bench-streams-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
