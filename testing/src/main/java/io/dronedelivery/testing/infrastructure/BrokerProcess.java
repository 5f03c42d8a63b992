package io.dronedelivery.testing.infrastructure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
    private static String clusterId(Path folder) throws IOException {
        Path written = folder.resolve("meta.properties");
        Properties properties = new Properties();
        if (Files.exists(written)) {
            try (var file = Files.newBufferedReader(written)) {
                properties.load(file);
            }
        }
        return properties.getProperty("cluster.id", Uuid.randomUuid().toString());
    }
}
