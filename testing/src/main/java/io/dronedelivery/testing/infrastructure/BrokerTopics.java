package io.dronedelivery.testing.infrastructure;

import io.dronedelivery.contracts.Topic;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/** Creates the topics of the contracts that a broker does not have yet. */
final class BrokerTopics {
    private static final short ONE_COPY = 1;
    private static final int START_SECONDS_MAX = 60;
    private static final int ASK_SECONDS = 2;

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

    private static NewTopic topic(Topic.Definition topic) {
        return new NewTopic(topic.name(), topic.partitions(), ONE_COPY).configs(TopicSettings.of(topic));
    }
}
