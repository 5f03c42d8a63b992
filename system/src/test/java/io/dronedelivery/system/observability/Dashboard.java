package io.dronedelivery.system.observability;

import static java.util.stream.Collectors.toCollection;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A dashboard of Grafana. */
record Dashboard(JsonNode json) {
    private static final Path FOLDER = Rules.FOLDER.resolve("dashboards");

    /** Those that the kustomization names, and so brings. */
    static List<Dashboard> all() {
        return Rules.each(Rules.yaml(Rules.FOLDER.resolve("kustomization.yaml")).at("/configMapGenerator/0/files"))
                .map(file -> new Dashboard(Rules.yaml(Rules.FOLDER.resolve(file.asText())))) // JSON is YAML
                .toList();
    }

    /** How many there are, whether or not they are brought. */
    static int files() {
        String[] names = FOLDER.toFile().list();
        return names == null ? 0 : names.length;
    }

    String title() {
        return json.path("title").asText();
    }

    List<JsonNode> panels() {
        return Rules.each(json.path("panels")).toList();
    }

    /** The names of the series that its panels read. */
    Set<String> series() {
        return json.path("panels").findValuesAsText("expr").stream()
                .flatMap(expression -> new Expression(expression).series().stream())
                .collect(toCollection(TreeSet::new));
    }
}
