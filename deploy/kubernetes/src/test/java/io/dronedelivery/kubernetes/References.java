package io.dronedelivery.kubernetes;

import static io.dronedelivery.kubernetes.Manifest.containers;
import static io.dronedelivery.kubernetes.Manifest.each;
import static io.dronedelivery.kubernetes.Manifest.name;

import com.fasterxml.jackson.databind.JsonNode;
import io.dronedelivery.local.project.Service;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What objects refer to by name. */
final class References {
    /** A key of a Secret. */
    record Key(String secret, String key) {}

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

    /** The keys that a workload needs of its Secrets: for its variables, and for the files of its volumes. */
    static Stream<Key> secretKeys(JsonNode workload) {
        JsonNode pod = workload.at("/spec/template/spec");
        return Stream.concat(
                pod.findValues("secretKeyRef").stream().map(References::key),
                pod.findValues("secret").stream().flatMap(volume -> each(volume.path("items"))
                        .map(item -> new Key(
                                volume.path("secretName").asText(),
                                item.path("key").asText()))));
    }

    /** The keys that operators need: KEDA to ask the broker, CloudNativePG to store backups and to read them. */
    static Stream<Key> operatorsKeys(Manifest manifest) {
        return Stream.concat(
                        manifest.all("TriggerAuthentication")
                                .flatMap(access -> each(access.at("/spec/secretTargetRef"))),
                        manifest.all("Cluster")
                                .flatMap(cluster -> cluster.findValues("s3Credentials").stream())
                                .flatMap(credentials -> credentials.properties().stream())
                                .map(Map.Entry::getValue))
                .map(References::key);
    }

    private static Key key(JsonNode reference) {
        return new Key(reference.path("name").asText(), reference.path("key").asText());
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
        return madeKeys(manifest).stream().map(Key::secret).collect(Collectors.toSet());
    }

    /** The keys of these Secrets. */
    static Set<Key> madeKeys(Manifest manifest) {
        return Stream.of(
                        made("backup-store", "access-key-id", "secret-access-key"),
                        made("overland-token", "overland.token"),
                        Arrays.stream(Service.values()).map(Service::id).flatMap(References::madeForAccess),
                        manifest.all("Secret").flatMap(References::given),
                        manifest.all("Certificate")
                                .map(made -> made.at("/spec/secretName").asText())
                                .flatMap(secret -> made(secret, "ca.crt", "tls.crt", "tls.key")),
                        manifest.all("KafkaUser")
                                .flatMap(made -> made(
                                        name(made), "ca.crt", "user.crt", "user.key", "user.p12", "user.password")),
                        manifest.all("Kafka")
                                .flatMap(made ->
                                        made(name(made) + "-cluster-ca-cert", "ca.crt", "ca.p12", "ca.password")),
                        manifest.all("Cluster").flatMap(made -> made(name(made) + "-ca", "ca.crt", "ca.key")),
                        manifest.all("Database")
                                .flatMap(made -> made(name(made) + "-database", "username", "password")))
                .flatMap(keys -> keys)
                .collect(Collectors.toSet());
    }

    private static Stream<Key> made(String secret, String... keys) {
        return Arrays.stream(keys).map(key -> new Key(secret, key));
    }

    /** By make-tokens, or by take-client-secrets. */
    private static Stream<Key> madeForAccess(String service) {
        Stream<Key> own = Stream.concat(
                made(service + "-access", "keys.json", "service.token"), made(service + "-client", "secret"));
        return service.equals("transport") ? Stream.concat(own, made(service + "-access", "overland.token")) : own;
    }

    private static Stream<Key> given(JsonNode secret) {
        return Stream.of("data", "stringData")
                .flatMap(field -> secret.path(field).properties().stream())
                .map(entry -> new Key(name(secret), entry.getKey()));
    }
}
