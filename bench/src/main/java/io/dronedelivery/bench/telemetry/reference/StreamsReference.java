package io.dronedelivery.bench.telemetry.reference;

import io.dronedelivery.contracts.Topic;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * A Kafka Streams topology that derives the statuses of deliveries from the drone location stream, with its usual store: RocksDB
 * and a changelog topic. The flights come by a topic of their own, already by drone, so that no repartition is needed.
 */
public final class StreamsReference {
    private static final String TELEMETRY = "telemetry";
    private static final String FLIGHTS = "flights-topic";
    private static final String DERIVE = "derive";
    private static final String KEEP = "keep";
    private static final int THREADS = 2; // as many as the services have event loops
    private static final Duration FROZEN_MAX = Duration.ofMinutes(20);
    private static final int COMMIT_MILLIS = 100; // what Streams itself takes where messages are processed exactly once

    private StreamsReference() {}

    /** Runs until the process is ended. The arguments are the broker, {@link StreamsGuarantee} and a folder for the store. */
    public static void main(String[] arguments) {
        StreamsGuarantee guarantee = StreamsGuarantee.valueOf(arguments[1]);
        KafkaStreams streams =
                new KafkaStreams(topology(guarantee), settings(arguments[0], guarantee, Path.of(arguments[2])));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> streams.close(Duration.ofSeconds(5))));
        streams.start();
    }

    /** The topology of that guarantee; only the topic that it writes to depends on it. */
    static Topology topology(StreamsGuarantee guarantee) {
        StoreBuilder<KeyValueStore<String, byte[]>> flights = Stores.keyValueStoreBuilder(
                Stores.persistentKeyValueStore(FlightProcessor.STORE), Serdes.String(), Serdes.ByteArray());
        return new Topology()
                .addSource(TELEMETRY, Topic.DRONE_TELEMETRY.topicName())
                .addSource(FLIGHTS, StreamsGuarantee.FLIGHTS_TOPIC)
                .addProcessor(DERIVE, FlightProcessor::new, TELEMETRY)
                .addProcessor(KEEP, Keeper::new, FLIGHTS)
                .addStateStore(flights, DERIVE, KEEP)
                .addSink("events", guarantee.eventsTopic(), DERIVE);
    }

    private static Properties settings(String broker, StreamsGuarantee guarantee, Path folder) {
        Properties settings = new Properties();
        settings.putAll(Map.of(
                StreamsConfig.APPLICATION_ID_CONFIG,
                guarantee.group(),
                StreamsConfig.BOOTSTRAP_SERVERS_CONFIG,
                broker,
                StreamsConfig.PROCESSING_GUARANTEE_CONFIG,
                guarantee.setting(),
                StreamsConfig.STATE_DIR_CONFIG,
                folder.toString(),
                StreamsConfig.NUM_STREAM_THREADS_CONFIG,
                THREADS,
                StreamsConfig.REPLICATION_FACTOR_CONFIG,
                1,
                StreamsConfig.COMMIT_INTERVAL_MS_CONFIG,
                COMMIT_MILLIS,
                StreamsConfig.DEFAULT_KEY_SERDE_CLASS_CONFIG,
                Serdes.StringSerde.class,
                StreamsConfig.DEFAULT_VALUE_SERDE_CLASS_CONFIG,
                Serdes.ByteArraySerde.class));
        // It stands still while the others have their turn, and must not lose its partitions meanwhile.
        settings.put(StreamsConfig.consumerPrefix("session.timeout.ms"), (int) FROZEN_MAX.toMillis());
        settings.put(StreamsConfig.consumerPrefix("max.poll.interval.ms"), (int) FROZEN_MAX.toMillis());
        settings.put(StreamsConfig.consumerPrefix("auto.offset.reset"), "earliest");
        return settings;
    }

    /** Stores what the topic of flights tells. */
    private static final class Keeper implements Processor<String, byte[], Void, Void> {
        @SuppressWarnings("NullAway.Init") // set by init, before anything is processed
        private KeyValueStore<String, byte[]> flights;

        @Override
        public void init(ProcessorContext<Void, Void> context) {
            flights = context.getStateStore(FlightProcessor.STORE);
        }

        @Override
        public void process(Record<String, byte[]> flight) {
            flights.put(flight.key(), flight.value());
        }
    }
}
