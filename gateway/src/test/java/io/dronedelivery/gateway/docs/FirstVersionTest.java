package io.dronedelivery.gateway.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dronedelivery.gateway.docs.Described.Operation;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FirstVersionTest {
    private static final String KEY = "Idempotency-Key";

    private static List<Operation> operations(String start) {
        return Described.operations().stream()
                .filter(operation -> operation.path().startsWith(start))
                .toList();
    }

    @Test
    void versionOneIsDeprecatedAndItsAnswersSaySo() {
        assertThat(operations("/api/v1/")).hasSize(9).allSatisfy(operation -> {
            assertThat(operation.node().path("deprecated").asBoolean()).isTrue();
            assertThat(operation.node().path("responses")).allSatisfy(response -> assertThat(
                            response.path("headers").propertyStream().map(Map.Entry::getKey))
                    .contains("Deprecation", "Sunset", "Link"));
        });
        assertThat(operations("/api/v2/"))
                .hasSize(9)
                .noneMatch(operation -> operation.node().has("deprecated"));
    }

    @Test
    void onlyVersionTwoRequiresAKey() {
        assertThat(keysRequired("/api/v1/")).hasSize(3).containsOnly(false);
        assertThat(keysRequired("/api/v2/")).hasSize(3).containsOnly(true);
    }

    private static List<Boolean> keysRequired(String start) {
        return operations(start).stream()
                .flatMap(operation -> operation.node().path("parameters").valueStream())
                .map(Described::resolved)
                .filter(parameter -> parameter.path("name").asText().equals(KEY))
                .map(parameter -> parameter.path("required").asBoolean())
                .toList();
    }

    @Test
    void theLinksOfAVersionAreItsOwn() {
        for (String version : List.of("/api/v1/", "/api/v2/")) {
            JsonNode accepted = Described.resolved(
                    Described.API.path("paths").path(version + "deliveries").at("/post/responses/202"));
            assertThat(accepted.at("/content/application~1json/example/links/self")
                            .asText())
                    .contains(version);
        }
    }
}
