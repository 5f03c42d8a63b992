package io.dronedelivery.gateway.docs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaId;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.dronedelivery.contracts.Json;
import io.dronedelivery.gateway.docs.Described.Operation;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ApiDescriptionTest {
    private static final List<String> ALWAYS = List.of("401", "403", "429", "500", "503");
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(VersionFlag.V202012);

    @Test
    void itIsValidByTheOfficialSchema() throws IOException {
        try (InputStream schema = requireNonNull(getClass().getResourceAsStream("/openapi-3.1.schema.json"))) {
            assertThat(SCHEMAS.getSchema(schema).validate(Described.API)).isEmpty();
        }
    }

    @Test
    void everySchemaIsValid() {
        assertThat(Described.API.at("/components/schemas").properties()).allSatisfy(schema -> assertThat(
                        SCHEMAS.getSchema(SchemaLocation.of(SchemaId.V202012)).validate(schema.getValue()))
                .as(schema.getKey())
                .isEmpty());
    }

    @Test
    void everyReferenceLeadsSomewhereAndEveryComponentIsUsed() {
        Set<String> used = new TreeSet<>();
        Described.walk((_, node) -> {
            if (node.path("$ref").isTextual()) {
                used.add(node.get("$ref").asText().substring(1));
            }
        });

        assertThat(used)
                .allSatisfy(pointer ->
                        assertThat(Described.API.at(pointer).isMissingNode()).isFalse());
        assertThat(components()).allSatisfy(component -> assertThat(used).contains(component));
    }

    private static Stream<String> components() {
        return Described.API
                .path("components")
                .propertyStream()
                .filter(kind -> !kind.getKey().equals("securitySchemes"))
                .flatMap(kind -> kind.getValue()
                        .propertyStream()
                        .map(component -> "/components/" + kind.getKey() + "/" + component.getKey()));
    }

    /** As the framework takes them: an empty number or name of a set counts as absent. */
    @Test
    void aQueryParameterThatIsNoFreeTextMayBeEmpty() {
        List<String> asked = new ArrayList<>();
        Described.walk((pointer, node) -> {
            if (node.path("in").asText().equals("query") && !isFreeText(node.path("schema"))) {
                asked.add(pointer);
                assertThat(node.path("allowEmptyValue").asBoolean()).as(pointer).isTrue();
            }
        });

        assertThat(asked).isNotEmpty();
    }

    private static boolean isFreeText(JsonNode schema) {
        JsonNode resolved = schema.has("$ref")
                ? Described.API.at(schema.get("$ref").asText().substring(1))
                : schema;
        return resolved.path("type").asText().equals("string") && !resolved.has("enum");
    }

    @Test
    void everyExampleIsOfItsSchema() {
        List<String> faults = new ArrayList<>();
        Described.walk((pointer, node) -> {
            if (node.has("schema")) {
                for (JsonNode example : examples(node)) {
                    Described.faults(example, pointer + "/schema").forEach(fault -> faults.add(pointer + ": " + fault));
                }
            }
        });

        assertThat(faults).isEmpty();
    }

    /** Those of a media type, a parameter or a header. */
    private static List<JsonNode> examples(JsonNode node) {
        return Stream.concat(
                        Stream.of(node.path("example")),
                        node.path("examples").valueStream().map(example -> example.path("value")))
                .filter(example -> !example.isMissingNode())
                .toList();
    }

    @Test
    void everyBodyHasAnExample() {
        assertThat(Described.operations()).allSatisfy(operation -> assertThat(bodies(operation))
                .allSatisfy(body -> assertThat(examples(body.path("content").path("application/json")))
                        .as(operation.method() + " " + operation.path())
                        .isNotEmpty()));
    }

    /** What it takes and answers in JSON, if all goes well. */
    private static Stream<JsonNode> bodies(Operation operation) {
        return Stream.of(
                        operation.node().path("requestBody"),
                        operation.node().at("/responses/200"),
                        operation.node().at("/responses/202"))
                .map(Described::resolved)
                .filter(body -> body.path("content").has("application/json"));
    }

    @Test
    void everyOperationSaysWhoMayAndWhatGoesWrong() {
        assertThat(Described.operations()).allSatisfy(operation -> {
            JsonNode responses = operation.node().path("responses");
            assertThat(operation.scopes()).hasSize(1);
            assertThat(operation.node().path("operationId").asText()).isNotBlank();
            assertThat(operation.node().path("summary").asText()).isNotBlank();
            assertThat(responses.propertyStream().map(Map.Entry::getKey)).containsAll(ALWAYS);
            assertThat(responses).allSatisfy(response -> assertThat(Described.resolved(response)
                            .path("headers")
                            .propertyStream()
                            .map(Map.Entry::getKey))
                    .contains("X-Request-Id", "RateLimit", "RateLimit-Policy"));
            assertThat(header(responses.path("401"), "WWW-Authenticate")).isTrue();
            assertThat(header(responses.path("403"), "WWW-Authenticate")).isTrue();
            assertThat(header(responses.path("429"), "Retry-After")).isTrue();
            assertThat(header(responses.path("503"), "Retry-After")).isTrue();
        });
    }

    private static boolean header(JsonNode response, String name) {
        return Described.resolved(response).path("headers").has(name);
    }

    @Test
    void operationsHaveNamesOfTheirOwnAndTagsThatAreExplained() {
        List<String> tags =
                Described.API.findPath("tags").findValuesAsText("name").stream().toList();

        assertThat(Described.operations())
                .extracting(operation -> operation.node().path("operationId").asText())
                .doesNotHaveDuplicates();
        assertThat(Described.operations()).allSatisfy(operation -> assertThat(tags)
                .contains(operation.node().at("/tags/0").asText()));
    }

    @Test
    void asYamlItIsTheSame() throws IOException {
        assertThat(Resources.YAML.readTree(YamlText.of(Described.API).getBytes(UTF_8)))
                .isEqualTo(Json.MAPPER.readTree(Json.bytes(Described.API)));
    }
}
