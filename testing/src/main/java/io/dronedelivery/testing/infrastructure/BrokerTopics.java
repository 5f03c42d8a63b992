package io.dronedelivery.testing.infrastructure;

import io.dronedelivery.contracts.Topic;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

/** Creates the topics of the contracts that a broker does not have yet. */
final class BrokerTopics {
    private static final short ONE_COPY = 1;
    private static final int START_SECONDS_MAX = 60;
    private static final int ASK_SECONDS = 2;

    private static final Map<Topic.Retention, Map<String, String>> CONFIGURATION = Map.of(
            Topic.Retention.YEARS,
            Map.of(TopicConfig.RETENTION_MS_CONFIG, "-1", TopicConfig.RETENTION_BYTES_CONFIG, "-1"),
            Topic.Retention.DAY,
            Map.of(
                    TopicConfig.RETENTION_MS_CONFIG, String.valueOf(TimeUnit.DAYS.toMillis(1)),
                    TopicConfig.RETENTION_BYTES_CONFIG, String.valueOf(128 << 20), // per partition
                    TopicConfig.SEGMENT_BYTES_CONFIG, String.valueOf(16 << 20)));

    private static final String DEAD_LETTERS = ".dead";
    // the largest message of another topic, and the headers about its failure
    private static final String DEAD_LETTER_BYTES_MAX = String.valueOf(2 << 20);

    private BrokerTopics() {}

    /** Waits until the broker answers, and creates what is missing. */
    static void create(String bootstrapServers, BooleanSupplier alive) {
        Map<String, Object> client = Map.of(
                "bootstrap.servers", bootstrapServers,
                "reconnect.backoff.ms", 50,
                "reconnect.backoff.max.ms", 200);
        Admin admin = Admin.create(client);
        try {
            Set<String> present = topicsWhenReady(admin, alive);
            List<NewTopic> missing = Topic.definitions().stream()
                    .filter(topic -> !present.contains(topic.name()))
                    .map(BrokerTopics::topic)
                    .toList();
            admin.createTopics(missing).all().get(START_SECONDS_MAX, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException failed) {
            throw new IllegalStateException("cannot create the topics", failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while Kafka started", stopped);
        } finally {
            admin.close(Duration.ZERO); // without waiting for open calls to a broker that does not answer
        }
    }

    private static Set<String> topicsWhenReady(Admin admin, BooleanSupplier alive)
            throws InterruptedException, ExecutionException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS_MAX);
        while (alive.getAsBoolean() && System.nanoTime() < deadline) {
            try {
                return admin.listTopics().names().get(ASK_SECONDS, TimeUnit.SECONDS);
            } catch (TimeoutException notYet) {
                continue;
            }
        }
        throw new IllegalStateException(alive.getAsBoolean() ? "the broker does not answer" : "the broker ended");
    }

    private static NewTopic topic(Topic.Definition definition) {
        Map<String, String> configuration = new HashMap<>(CONFIGURATION.get(definition.retention()));
        if (definition.name().endsWith(DEAD_LETTERS)) {
            configuration.put(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, DEAD_LETTER_BYTES_MAX);
        }
        return new NewTopic(definition.name(), definition.partitions(), ONE_COPY).configs(configuration);
    }
}
