package io.dronedelivery.contracts.asyncapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.dronedelivery.contracts.Json;
import io.dronedelivery.contracts.Topic;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AsyncApiTest {
    private static final Path WRITTEN = Path.of("../docs/asyncapi.json");
    private static final Path SOURCES = Path.of("src/main/java");
    private static final String WRITE = "asyncapi.write";
    private static final String LOCATION = "urn:drone-delivery:topics";

    private static final JsonNode DESCRIPTION =
            new AsyncApi(SourceComments.read(SOURCES), AsyncApiTest::newestGoldenSample).describe();

    @Test
    void theDescriptionInDocsIsWhatTheContractsSay() throws IOException {
        String now = Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(DESCRIPTION) + "\n";
        if (Boolean.getBoolean(WRITE)) {
            Files.writeString(WRITTEN, now);
        }

        assertThat(Files.readString(WRITTEN))
                .as(
                        "docs/asyncapi.json differs from the contracts; write it anew: ./dronectl test -pl contracts -D%s=true",
                        WRITE)
                .isEqualTo(now);
    }

    @Test
    void everyTopicIsDescribed() {
        assertThat(DESCRIPTION.path("channels").propertyStream().map(Map.Entry::getKey))
                .containsExactlyInAnyOrderElementsOf(
                        Topic.definitions().stream().map(Topic.Definition::name).toList());
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        List<String> references = DESCRIPTION.findValuesAsText("$ref");

        assertThat(references).isNotEmpty().allSatisfy(reference -> assertThat(
                        DESCRIPTION.at(reference.substring(1)).isMissingNode())
                .as(reference)
                .isFalse());
    }

    @Test
    void everyGoldenSampleIsOfItsSchema() {
        SchemaValidatorsConfig strict =
                SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
        JsonSchemaFactory schemas = JsonSchemaFactory.getInstance(
                VersionFlag.V7,
                factory -> factory.schemaLoaders(loaders -> loaders.schemas(Map.of(LOCATION, DESCRIPTION.toString()))));

        assertThat(DESCRIPTION.at("/components/messages").properties()).allSatisfy(message -> {
            JsonSchema schema =
                    schemas.getSchema(SchemaLocation.of(LOCATION + "#/components/schemas/" + message.getKey()), strict);
            assertThat(schema.validate(message.getValue().at("/examples/0/payload")))
                    .as(message.getKey())
                    .isEmpty();
        });
    }

    private static JsonNode newestGoldenSample(Class<?> type) {
        return IntStream.iterate(1, version -> version + 1)
                .mapToObj(version -> read("/golden/%s.v%d.json".formatted(type.getSimpleName(), version)))
                .takeWhile(Optional::isPresent)
                .reduce((_, later) -> later)
                .flatMap(newest -> newest)
                .orElseThrow(() -> new IllegalStateException("no golden sample of " + type));
    }

    private static Optional<JsonNode> read(String name) {
        try (InputStream file = AsyncApiTest.class.getResourceAsStream(name)) {
            return file == null ? Optional.empty() : Optional.of(Json.MAPPER.readTree(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
