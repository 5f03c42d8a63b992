package io.dronedelivery.testing.infrastructure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import kafka.Kafka;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;

/** The main class of the broker's JVM: formats the storage on the first start, and runs Kafka. */
public final class BrokerProcess {
    private BrokerProcess() {}

    /** Takes the settings file as its only argument. */
    public static void main(String[] arguments) throws IOException {
        Properties settings = new Properties();
        try (var file = Files.newBufferedReader(Path.of(arguments[0]))) {
            settings.load(file);
        }
        format(arguments[0], clusterId(Path.of(settings.getProperty("log.dirs"))));
        Kafka.main(arguments);
    }

    private static void format(String settings, String clusterId) {
        String[] format = {"format", "--ignore-formatted", "--cluster-id", clusterId, "--config", settings};
        if (StorageTool.execute(format, System.out) != 0) {
            throw new IllegalStateException("cannot format the storage");
        }
    }

    /** That of the formatted storage, if there is one. */
    private static String clusterId(Path data) {
        return formattedClusterId(data).orElseGet(() -> Uuid.randomUuid().toString());
    }

    /** The cluster id of a folder of logs; empty if it was not formatted. */
    static Optional<String> formattedClusterId(Path data) {
        Path written = data.resolve("meta.properties");
        if (!Files.exists(written)) {
            return Optional.empty();
        }
        Properties properties = new Properties();
        try (var file = Files.newBufferedReader(written)) {
            properties.load(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return Optional.ofNullable(properties.getProperty("cluster.id"));
    }
}
