package io.dronedelivery.testing.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.dronedelivery.contracts.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The description of a service's API (OpenAPI 3.1, whose schemas are JSON Schema 2020-12). */
final class Description {
    /** Comes before whoever asks learns what there is. */
    private static final int UNAUTHENTICATED = 401;

    private static final String LOCATION = "urn:drone-delivery:openapi";
    private static final SchemaValidatorsConfig STRICT =
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

    private final JsonNode document;
    private final List<Route> routes;
    private final JsonSchemaFactory schemas;

    private Description(JsonNode document) {
        this.document = document;
        this.routes = document.path("paths")
                .propertyStream()
                .map(path -> new Route(path.getKey()))
                .sorted()
                .toList();
        this.schemas = JsonSchemaFactory.getInstance(
                SpecVersion.VersionFlag.V202012,
                factory -> factory.schemaLoaders(loaders -> loaders.schemas(Map.of(LOCATION, document.toString()))));
    }

    static Description of(String json) {
        try {
            return new Description(Json.MAPPER.readTree(json));
        } catch (JsonProcessingException noJson) {
            throw new IllegalArgumentException("the description is not JSON", noJson);
        }
    }

    /** How the answer differs from its description, in words; empty if it does not. */
    List<String> deviations(Answer answer) {
        Optional<Route> route =
                routes.stream().filter(known -> known.matches(answer.path())).findFirst();
        if (route.isEmpty()) {
            return answer.status() == 404
                            || answer.status() == UNAUTHENTICATED
                            || answer.path().startsWith("/q/")
                    ? List.of()
                    : List.of("the path is not described");
        }
        String place = route.get().pointer(answer.method());
        if (document.at(place).isMissingNode()) {
            return notDescribed(answer);
        }
        JsonNode response = document.at(place + "/responses/" + answer.status());
        if (response.isMissingNode()) {
            return List.of(
                    "the status " + answer.status() + " is not described: add it to the operation by @APIResponse");
        }
        String ref = response.path("$ref").asText();
        return ref.isEmpty()
                ? deviations(answer, place + "/responses/" + answer.status())
                : deviations(answer, ref.substring(1));
    }

    private static List<String> notDescribed(Answer answer) {
        boolean refused = answer.status() == UNAUTHENTICATED
                || (answer.status() == 405 && answer.headers().containsKey("allow"));
        return refused || answer.method().equals("OPTIONS") || answer.method().equals("HEAD")
                ? List.of()
                : List.of("the method is not described, so the answer should be 405 with Allow");
    }

    /**
     * @param place a JSON Pointer to the description of the answer
     */
    private List<String> deviations(Answer answer, String place) {
        List<String> deviations = new ArrayList<>();
        document.at(place + "/headers")
                .propertyStream()
                .filter(header -> header.getValue().path("required").asBoolean())
                .filter(header -> !answer.headers().containsKey(header.getKey().toLowerCase(Locale.ROOT)))
                .forEach(header -> deviations.add("the header " + header.getKey() + " is missing"));
        JsonNode content = document.at(place + "/content");
        if (content.isMissingNode() || content.isEmpty()) {
            if (!answer.body().isEmpty()) {
                deviations.add("there is a body, but none is described");
            }
            return deviations;
        }
        if (!content.has(answer.mediaType())) {
            deviations.add("the media type is not one of " + fieldNames(content));
            return deviations;
        }
        if (answer.mediaType().endsWith("json")) {
            String schema = place + "/content/" + Route.escaped(answer.mediaType()) + "/schema";
            JsonSchema described = schemas.getSchema(SchemaLocation.of(LOCATION + "#" + schema), STRICT);
            described.validate(answer.body(), InputFormat.JSON).stream()
                    .map(ValidationMessage::getMessage)
                    .forEach(deviations::add);
        }
        return deviations;
    }

    private static List<String> fieldNames(JsonNode object) {
        return object.propertyStream().map(Map.Entry::getKey).toList();
    }
}
