package io.dronedelivery.testing.access;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * An operation of a service.
 *
 * @param method in capitals
 * @param path with the names of its parameters in braces
 * @param scopes a token with one of them is needed
 */
record Endpoint(String method, String path, Set<String> scopes) {
    static final Set<String> METHODS = Set.of("GET", "PUT", "POST", "PATCH", "DELETE");

    /** Those that a service describes. */
    static Set<Endpoint> describedBy(JsonNode openApi) {
        JsonNode usual = openApi.path("security");
        return openApi.path("paths")
                .propertyStream()
                .flatMap(path -> path.getValue()
                        .propertyStream()
                        .filter(operation -> METHODS.contains(capitals(operation.getKey())))
                        .map(operation -> new Endpoint(
                                capitals(operation.getKey()), path.getKey(), scopes(operation.getValue(), usual))))
                .collect(Collectors.toSet());
    }

    private static Set<String> scopes(JsonNode operation, JsonNode usual) {
        Set<String> scopes = new TreeSet<>();
        JsonNode alternatives = operation.has("security") ? operation.get("security") : usual;
        alternatives.forEach(schemes -> schemes.forEach(named -> named.forEach(scope -> scopes.add(scope.asText()))));
        return scopes;
    }

    private static String capitals(String method) {
        return method.toUpperCase(Locale.ROOT);
    }

    /** The path of something that there is not. */
    String pathOfNothing() {
        return path.replaceAll("\\{[^}]+}", "0");
    }
}
