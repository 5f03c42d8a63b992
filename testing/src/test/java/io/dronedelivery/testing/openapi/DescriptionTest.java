package io.dronedelivery.testing.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DescriptionTest {
    private static final Map<String, String> JSON = Map.of("content-type", "application/json;charset=UTF-8");
    private static final Description DESCRIPTION = Description.of("""
            {"paths": {
              "/things/{id}": {
                "get": {"responses": {
                  "200": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Thing"}}}},
                  "503": {"$ref": "#/components/responses/Away"}}},
                "delete": {"responses": {"204": {"description": "Done."}}}},
              "/things/all": {"get": {"responses": {"204": {"description": "None."}}}}},
             "components": {
              "responses": {"Away": {"headers": {"Retry-After": {"required": true}, "Age": {}}}},
              "schemas": {"Thing": {"type": "object", "required": ["name"], "properties": {
                "name": {"type": "string"}, "seenAt": {"type": "string", "format": "date-time"}}}}}}
            """);

    @Test
    void anAnswerAsDescribedIsRight() {
        assertThat(deviations("GET", "/things/1", 200, JSON, "{\"name\": \"a\", \"other\": 1}"))
                .isEmpty();
        assertThat(deviations("GET", "/things/1", 503, Map.of("retry-after", "2"), ""))
                .isEmpty();
        assertThat(deviations("DELETE", "/things/1", 204, Map.of(), "")).isEmpty();
    }

    @Test
    void anUndescribedStatusIsReported() {
        assertThat(deviations("GET", "/things/1", 409, JSON, "{}"))
                .singleElement()
                .asString()
                .contains("409", "@APIResponse");
    }

    @Test
    void anotherMediaTypeIsReported() {
        assertThat(deviations("GET", "/things/1", 200, Map.of("content-type", "text/plain"), "a"))
                .containsExactly("the media type is not one of [application/json]");
    }

    @Test
    void aBodyThatIsNotOfItsSchemaIsReported() {
        assertThat(deviations("GET", "/things/1", 200, JSON, "{}"))
                .singleElement()
                .asString()
                .contains("name");
        assertThat(deviations("GET", "/things/1", 200, JSON, "{\"name\": null}"))
                .singleElement()
                .asString()
                .contains("null");
        assertThat(deviations("GET", "/things/1", 200, JSON, "{\"name\": \"a\", \"seenAt\": \"noon\"}"))
                .singleElement()
                .asString()
                .contains("date-time");
    }

    @Test
    void aBodyWhereNoneIsDescribedIsReported() {
        assertThat(deviations("DELETE", "/things/1", 204, JSON, "{}"))
                .containsExactly("there is a body, but none is described");
    }

    @Test
    void aMissingHeaderIsReported() {
        assertThat(deviations("GET", "/things/1", 503, Map.of(), ""))
                .containsExactly("the header Retry-After is missing");
    }

    @Test
    void ofTwoPathsTheOneWithoutParametersCounts() {
        assertThat(deviations("GET", "/things/all", 204, Map.of(), "")).isEmpty();
    }

    @Test
    void whatIsNotDescribedIsRefused() {
        assertThat(deviations("PUT", "/things/1", 405, Map.of("allow", "GET"), ""))
                .isEmpty();
        assertThat(deviations("PUT", "/things/1", 405, Map.of(), "")).isNotEmpty();
        assertThat(deviations("PUT", "/things/1", 200, JSON, "{}")).isNotEmpty();
        assertThat(deviations("GET", "/others", 404, JSON, "{}")).isEmpty();
        assertThat(deviations("GET", "/others", 401, JSON, "{}")).isEmpty();
        assertThat(deviations("PUT", "/things/1", 401, JSON, "{}")).isEmpty();
        assertThat(deviations("GET", "/others", 200, JSON, "{}")).containsExactly("the path is not described");
    }

    private static List<String> deviations(
            String method, String path, int status, Map<String, String> headers, String body) {
        return DESCRIPTION.deviations(new Answer(method, path, status, headers, body));
    }
}
