package io.dronedelivery.gateway.docs;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/** The description of the API as tests look at it. */
public final class Described {
    static final JsonNode API = ApiDescription.read();

    private static final String LOCATION = "urn:drone-delivery:api";
    private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");
    private static final SchemaValidatorsConfig STRICT =
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(
            VersionFlag.V202012,
            factory -> factory.schemaLoaders(loaders -> loaders.schemas(Map.of(LOCATION, API.toString()))));

    private Described() {}

    /**
     * An operation.
     *
     * @param method in upper case
     * @param scopes the scopes of which a token needs one
     */
    public record Operation(String method, String path, List<String> scopes, JsonNode parameters, JsonNode node) {}

    /** Every operation that is described. */
    public static List<Operation> operations() {
        return API.path("paths")
                .propertyStream()
                .flatMap(path -> path.getValue()
                        .propertyStream()
                        .filter(method -> METHODS.contains(method.getKey()))
                        .map(method -> new Operation(
                                method.getKey().toUpperCase(Locale.ROOT),
                                path.getKey(),
                                scopes(method.getValue()),
                                path.getValue().path("parameters"),
                                method.getValue())))
                .toList();
    }

    private static List<String> scopes(JsonNode operation) {
        return operation
                .at("/security/0/bearerAuth")
                .valueStream()
                .map(JsonNode::asText)
                .toList();
    }

    /** What is meant, if it is only referred to. */
    public static JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? API.at(node.get("$ref").asText().substring(1)) : node;
    }

    /**
     * What is wrong with a value by a schema of the description.
     *
     * @param pointer the JSON Pointer to the schema
     */
    public static List<String> faults(JsonNode value, String pointer) {
        JsonSchema schema = SCHEMAS.getSchema(SchemaLocation.of(LOCATION + "#" + pointer), STRICT);
        return schema.validate(value).stream()
                .map(ValidationMessage::getMessage)
                .toList();
    }

    /** Visits every object of the description, with the JSON Pointer to it. */
    static void walk(BiConsumer<String, JsonNode> visitor) {
        walk("", API, visitor);
    }

    private static void walk(String pointer, JsonNode node, BiConsumer<String, JsonNode> visitor) {
        if (node.isObject()) {
            visitor.accept(pointer, node);
            node.properties().forEach(part -> walk(pointer + "/" + escaped(part.getKey()), part.getValue(), visitor));
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            walk(pointer + "/" + i, node.get(i), visitor);
        }
    }

    private static String escaped(String key) {
        return key.replace("~", "~0").replace("/", "~1");
    }
}
