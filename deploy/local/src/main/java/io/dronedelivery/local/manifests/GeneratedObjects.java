package io.dronedelivery.local.manifests;

import static java.util.stream.Collectors.joining;

import io.dronedelivery.contracts.Topic;
import io.dronedelivery.local.project.Service;
import io.dronedelivery.local.project.UserError;
import io.dronedelivery.testing.infrastructure.TopicSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;

/**
 * The Kubernetes objects that the build knows: those of each service, by its own configuration, and the topics of the
 * contracts. Each kind is a kustomization of its own in <code>deploy/kubernetes/generated</code>.
 */
public final class GeneratedObjects {
    private static final String TOPIC = """
            apiVersion: kafka.strimzi.io/v1
            kind: KafkaTopic
            metadata:
              name: %s
              labels:
                strimzi.io/cluster: kafka
            spec:
              partitions: %d
              replicas: 3
              config:
                min.insync.replicas: 2
            %s
            """;
    private static final String TOPIC_LIST = """
            apiVersion: v1
            kind: ConfigMap
            metadata:
              name: topics
            data:
              topics: |
            %s
            """;

    private GeneratedObjects() {}

    /**
     * Writes all of them.
     *
     * @param root the project's folder, in which the services are built
     * @throws UserError if a service is not built
     */
    public static void write(Path root) throws IOException {
        StringBuilder services = new StringBuilder();
        for (Service service : Service.values()) {
            Path built = root.resolve(service.id()).resolve("target/kubernetes/kubernetes.yml");
            if (!Files.exists(built)) {
                throw new UserError(service.id() + " is not built: there is no " + built);
            }
            services.append(Files.readString(built));
        }
        write(root, "services", services.toString());
        write(
                root,
                "kafka-topics",
                topics(
                        "---\n",
                        topic -> TOPIC.formatted(topic.name(), topic.partitions(), settings(topic, "    %s: %s"))));
        write(root, "topic-list", TOPIC_LIST.formatted(topics("\n", GeneratedObjects::options)));
    }

    static Path kubernetes(Path root) {
        return root.resolve("deploy/kubernetes");
    }

    private static void write(Path root, String kind, String objects) throws IOException {
        Path folder = kubernetes(root).resolve("generated").resolve(kind);
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("objects.yaml"), objects);
        Files.writeString(folder.resolve("kustomization.yaml"), "resources: [objects.yaml]\n");
    }

    private static String topics(String separator, Function<Topic.Definition, String> text) {
        return Topic.definitions().stream().map(text).collect(joining(separator));
    }

    /** What <code>kafka-topics.sh --create</code> is told. */
    private static String options(Topic.Definition topic) {
        return "    --topic %s --partitions %d ".formatted(topic.name(), topic.partitions())
                + settings(topic, "--config %s=%s").replace('\n', ' ');
    }

    private static String settings(Topic.Definition topic, String format) {
        return TopicSettings.of(topic).entrySet().stream()
                .map(setting -> format.formatted(setting.getKey(), setting.getValue()))
                .collect(joining("\n"));
    }
}
