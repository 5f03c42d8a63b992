package io.dronedelivery.gateway.docs;

import static io.dronedelivery.gateway.version.ApiVersions.V1;
import static io.dronedelivery.gateway.version.ApiVersions.V2;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dronedelivery.contracts.Json;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Adds the deprecated version 1: each operation of version 2, but for what only one of them has. */
final class FirstVersion {
    private static final List<String> ONLY_IN_V2 = List.of(V2 + "/deliveries/{deliveryId}/cancellation");
    private static final String PARAMETERS = "parameters";
    private static final String REF = "$ref";
    private static final String KEY = "#/components/parameters/IdempotencyKey";
    private static final String TAG = "Version 1";
    private static final Map<String, String> HEADERS =
            new TreeMap<>(Map.of("Deprecation", "Deprecation", "Sunset", "Sunset", "Link", "Successor"));

    private FirstVersion() {}

    static void addTo(ObjectNode description) {
        ObjectNode paths = (ObjectNode) description.path("paths");
        List<String> sameInBoth = paths.propertyStream()
                .map(Map.Entry::getKey)
                .filter(path -> path.startsWith(V2 + "/") && !ONLY_IN_V2.contains(path))
                .toList();
        for (String path : sameInBoth) {
            paths.withObjectProperty(V1 + path.substring(V2.length()))
                    .setAll((ObjectNode) paths.path(path).deepCopy());
        }
        paths.propertyStream()
                .filter(path -> path.getKey().startsWith(V1 + "/"))
                .flatMap(path -> path.getValue().propertyStream())
                .filter(part -> !part.getKey().equals(PARAMETERS))
                .forEach(operation -> deprecate((ObjectNode) operation.getValue(), description));
    }

    private static void deprecate(ObjectNode operation, JsonNode description) {
        operation
                .put("operationId", operation.path("operationId").asText() + "V1")
                .put("deprecated", true);
        operation.putArray("tags").add(TAG);
        ArrayNode parameters = operation.withArray(PARAMETERS);
        for (int i = 0; i < parameters.size(); i++) {
            if (parameters.get(i).path(REF).asText().equals(KEY)) {
                parameters.set(i, resolved(parameters.get(i), description).put("required", false));
            }
        }
        ObjectNode responses = (ObjectNode) operation.path("responses");
        responses.properties().forEach(response -> response.setValue(answer(response.getValue(), description)));
    }

    /** With the links and the headers of version 1. */
    private static JsonNode answer(JsonNode response, JsonNode description) {
        String text = Json.text(resolved(response, description)).replace(V2 + "/", V1 + "/");
        ObjectNode answer = Json.read(text, ObjectNode.class);
        ObjectNode headers = answer.withObjectProperty("headers");
        HEADERS.forEach((name, component) -> headers.putObject(name).put(REF, "#/components/headers/" + component));
        return answer;
    }

    private static ObjectNode resolved(JsonNode node, JsonNode description) {
        JsonNode meant = node.has(REF) ? description.at(node.path(REF).asText().substring(1)) : node;
        return meant.deepCopy();
    }
}
