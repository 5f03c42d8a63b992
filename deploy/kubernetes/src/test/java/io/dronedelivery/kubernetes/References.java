package io.dronedelivery.kubernetes;

import static io.dronedelivery.kubernetes.Manifest.containers;
import static io.dronedelivery.kubernetes.Manifest.each;
import static io.dronedelivery.kubernetes.Manifest.name;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What objects refer to by name. */
final class References {
    /** Made before, by the script "make-secrets". */
    private static final Set<String> MADE_BEFORE = Set.of("backup-store");

    private References() {}

    /** The port of that name of a container. */
    static Optional<JsonNode> port(JsonNode container, String name) {
        return each(container.path("ports"))
                .filter(port -> port.path("name").asText().equals(name))
                .map(port -> port.path("containerPort"))
                .findFirst();
    }

    /** Whether a port, by its number or name, is one of the container's. */
    private static boolean hasPort(JsonNode container, JsonNode port) {
        return each(container.path("ports"))
                .anyMatch(each -> each.path("name").equals(port)
                        || each.path("containerPort").equals(port));
    }

    /**
     * Whether a workload's containers have all of these ports.
     *
     * @param number the field that names a port, or gives its number
     */
    static boolean hasPorts(JsonNode workload, JsonNode ports, String number) {
        return each(ports)
                .allMatch(port -> containers(workload).anyMatch(container -> hasPort(container, port.path(number))));
    }

    /** The names of the Secrets that a workload needs. */
    static Stream<String> secrets(JsonNode workload) {
        JsonNode pod = workload.at("/spec/template/spec");
        return Stream.concat(
                        pod.findValues("secretKeyRef").stream().map(secret -> secret.path("name")),
                        pod.findValues("secretName").stream())
                .map(JsonNode::asText);
    }

    /** The names of the ConfigMaps that a workload needs. */
    static Stream<String> configMaps(JsonNode workload) {
        JsonNode pod = workload.at("/spec/template/spec");
        return Stream.of("configMapRef", "configMapKeyRef", "configMap")
                .flatMap(reference -> pod.findValues(reference).stream())
                .map(reference -> reference.path("name").asText());
    }

    /** The names of the Secrets that there are, by whoever makes them: an object, an operator, or a person. */
    static Set<String> madeSecrets(Manifest manifest) {
        return Stream.of(
                        MADE_BEFORE.stream(),
                        manifest.all("Secret").map(Manifest::name),
                        manifest.all("Certificate")
                                .map(made -> made.at("/spec/secretName").asText()),
                        manifest.all("KafkaUser").map(Manifest::name),
                        manifest.all("Kafka").map(made -> name(made) + "-cluster-ca-cert"),
                        manifest.all("Cluster").map(made -> name(made) + "-ca"),
                        manifest.all("Database").map(made -> name(made) + "-database"))
                .flatMap(names -> names)
                .collect(Collectors.toSet());
    }
}
