package io.dronedelivery.kubernetes;

import static io.dronedelivery.kubernetes.Manifest.each;
import static io.dronedelivery.kubernetes.Manifest.name;
import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The variables of a workload's first container, as its ConfigMaps and itself give them.
 *
 * @param values those that are there to be read
 * @param sources where the others come from
 */
record Environment(Map<String, String> values, Map<String, JsonNode> sources) {

    static Environment of(JsonNode workload, Manifest manifest) {
        JsonNode container = workload.at("/spec/template/spec/containers/0");
        Map<String, String> values = new TreeMap<>();
        each(container.path("envFrom"))
                .map(from -> from.at("/configMapRef/name").asText())
                .flatMap(map ->
                        manifest.all("ConfigMap").filter(each -> name(each).equals(map)))
                .flatMap(map -> map.path("data").properties().stream())
                .forEach(each -> values.put(each.getKey(), each.getValue().asText()));
        each(container.path("env"))
                .filter(variable -> variable.has("value"))
                .forEach(variable -> values.put(
                        variable.path("name").asText(), variable.path("value").asText()));
        Map<String, JsonNode> sources = each(container.path("env"))
                .filter(variable -> variable.has("valueFrom"))
                .collect(toMap(variable -> variable.path("name").asText(), variable -> variable.path("valueFrom")));
        return new Environment(values, sources);
    }

    /** The value of a variable, or nothing. */
    String value(String variable) {
        return values.getOrDefault(variable, "");
    }

    /** Where a variable comes from. */
    JsonNode source(String variable, String where) {
        return Optional.ofNullable(sources.get(variable)).orElseThrow().path(where);
    }
}
