package io.dronedelivery.system.observability;

import static java.util.stream.Collectors.toCollection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.dronedelivery.system.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The rules of Prometheus, in their order. */
record Rules(List<JsonNode> all) {
    static final Path FOLDER = Repository.ROOT.resolve("deploy/observability");

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    static Rules read() {
        return new Rules(each(yaml(FOLDER.resolve("rules.yaml")).at("/spec/groups"))
                .flatMap(group -> each(group.path("rules")))
                .toList());
    }

    static JsonNode yaml(Path file) {
        try {
            return YAML.readTree(file.toFile());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Stream<JsonNode> each(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    /** The rules that raise alerts. */
    List<JsonNode> alerts() {
        return all.stream().filter(rule -> rule.has("alert")).toList();
    }

    /** The names of the series that rules record. */
    Set<String> recorded() {
        return all.stream()
                .filter(rule -> rule.has("record"))
                .map(rule -> rule.path("record").asText())
                .collect(toCollection(TreeSet::new));
    }

    static Set<String> series(JsonNode rule) {
        return new Expression(rule.path("expr").asText()).series();
    }

    /** These series, with what is read to record them in place of those that are recorded. */
    Set<String> origins(Set<String> series) {
        return series.stream()
                .flatMap(name -> recorded().contains(name)
                        ? all.stream()
                                .filter(rule -> rule.path("record").asText().equals(name))
                                .flatMap(rule -> origins(series(rule)).stream())
                        : Stream.of(name))
                .collect(toCollection(TreeSet::new));
    }
}
