package io.dronedelivery.local.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.dronedelivery.contracts.Topic;
import io.dronedelivery.local.process.HealthCheck;
import io.dronedelivery.local.project.Endpoints;
import io.dronedelivery.local.project.StateFolder;
import io.dronedelivery.testing.invariants.StoredTopics;
import io.dronedelivery.testing.records.MalformedRecord;
import io.dronedelivery.testing.records.MalformedRecords;
import io.dronedelivery.testing.records.RecordProbe;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.producer.ProducerRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** <code>dronectl malformed</code>: exit code 0 only if every consumer has read on and every service is ready. */
@Command(
        name = "malformed",
        description =
                "Send malformed records to every topic of the running system, and check that every consumer goes on.",
        footer = "None of them is a message of its topic. Each becomes a dead letter, and stays one.",
        showDefaultValues = true,
        mixinStandardHelpOptions = true)
final class Malformed implements Callable<Integer> {
    private static final int STOPPED = 1;
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final byte[] NO_MESSAGE = "{\"malformed\": true}".getBytes(UTF_8);

    @ParentCommand
    private StateFolder state = new StateFolder();

    @Option(names = "--seed", paramLabel = "S", description = "draws some of the headers: the same seed draws the same")
    private long seed = 1;

    @Option(names = "--timeout", paramLabel = "SECONDS", description = "how long to wait for the consumers")
    private int timeoutSeconds = 120;

    private final HealthCheck health = new HealthCheck();

    @Override
    public Integer call() throws InterruptedException {
        List<MalformedRecord> records = MalformedRecords.of("malformed", NO_MESSAGE, seed);
        try (RecordProbe probe = new RecordProbe(Endpoints.kafka())) {
            for (Topic.Definition topic : Topic.definitions()) {
                probe.send(spread(records, topic));
                System.out.printf("%d malformed records sent to %s%n", records.size(), topic.name());
            }
        }
        List<String> stopped = awaitConsumers();
        stopped.forEach(System.out::println);
        System.out.println(
                stopped.isEmpty() ? "Every consumer has read on, every service is ready." : "Not all go on.");
        return stopped.isEmpty() ? 0 : STOPPED;
    }

    /** The records, spread over all partitions of the topic. */
    private static List<ProducerRecord<byte[], byte[]>> spread(List<MalformedRecord> records, Topic.Definition topic) {
        List<ProducerRecord<byte[], byte[]>> spread = new ArrayList<>();
        for (MalformedRecord record : records) {
            spread.add(record.to(topic.name(), spread.size() % topic.partitions()));
        }
        return spread;
    }

    /** The consumers that have not read on, and the services that are not ready, when the time is up. */
    private List<String> awaitConsumers() throws InterruptedException {
        StoredTopics topics = new StoredTopics(Endpoints.kafka());
        var ends = topics.ends();
        long deadline = System.nanoTime() + Duration.ofSeconds(timeoutSeconds).toNanos();
        List<String> stopped;
        do {
            Thread.sleep(PAUSE);
            stopped = new ArrayList<>(topics.unread(ends));
            RunningInstances.of(state.project()).stream()
                    .filter(instance -> !health.ready(instance))
                    .map(instance -> instance.id() + " is not ready")
                    .forEach(stopped::add);
        } while (!stopped.isEmpty() && System.nanoTime() < deadline);
        return stopped;
    }
}
