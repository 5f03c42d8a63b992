package io.dronedelivery.kubernetes;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.dronedelivery.local.manifests.GeneratedObjects;
import io.dronedelivery.local.manifests.Overlay;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The objects of an overlay, as <code>dronectl manifests</code> renders them. */
record Manifest(List<JsonNode> objects) {
    static final Path ROOT = Path.of(System.getProperty("project.root"));

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final Map<String, Manifest> RENDERED = new ConcurrentHashMap<>();

    /** Renders an overlay once. Where there is no <code>kubectl</code>, the test is skipped. */
    static Manifest of(String overlay) {
        assumeTrue(Overlay.canBeRendered(), Overlay.KUBECTL_IS_MISSING);
        return RENDERED.computeIfAbsent(overlay, Manifest::render);
    }

    /** The objects of a file of deploy/kubernetes. */
    static Manifest in(String file) {
        try {
            return read(Files.readString(ROOT.resolve("deploy/kubernetes").resolve(file)));
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static Manifest read(String objects) throws IOException {
        return new Manifest(
                YAML.readerFor(JsonNode.class).<JsonNode>readValues(objects).readAll());
    }

    private static Manifest render(String overlay) {
        try {
            GeneratedObjects.write(ROOT);
            return read(Overlay.render(ROOT, overlay));
        } catch (IOException failed) {
            throw new AssertionError(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }

    /** The objects of these kinds. */
    Stream<JsonNode> of(List<String> kinds) {
        return objects.stream()
                .filter(object -> kinds.contains(object.path("kind").asText()));
    }

    /** The objects of a kind. */
    Stream<JsonNode> all(String kind) {
        return of(List.of(kind));
    }

    /** Whether there is an object of that kind and name. */
    boolean has(String kind, String name) {
        return all(kind).anyMatch(object -> name(object).equals(name));
    }

    static String name(JsonNode object) {
        return object.at("/metadata/name").asText();
    }

    /** The elements of an array, or none. */
    static Stream<JsonNode> each(JsonNode array) {
        return Stream.iterate(0, i -> i < array.size(), i -> i + 1).map(array::get);
    }

    /** The objects with pods. */
    Stream<JsonNode> workloads() {
        return of(List.of("Deployment", "StatefulSet", "Job"));
    }

    /** The workloads whose pods a selector of labels selects. */
    Stream<JsonNode> selected(JsonNode matchLabels) {
        return workloads().filter(workload -> selects(matchLabels, workload));
    }

    /** The pods' containers of a workload. */
    static Stream<JsonNode> containers(JsonNode workload) {
        JsonNode pod = workload.at("/spec/template/spec");
        return Stream.concat(each(pod.path("containers")), each(pod.path("initContainers")));
    }

    /** Whether a selector of labels selects the pods of a workload, which are in the selector's namespace. */
    static boolean selects(JsonNode matchLabels, JsonNode workload) {
        JsonNode labels = workload.at("/spec/template/metadata/labels");
        return matchLabels.properties().stream()
                .allMatch(label -> label.getValue().equals(labels.path(label.getKey())));
    }
}
