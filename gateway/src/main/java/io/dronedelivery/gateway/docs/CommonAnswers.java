package io.dronedelivery.gateway.docs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Adds to each operation what all have in common, so that it is written once: the id of the request, problems, headers, and
 * the scope in words, which Swagger UI shows nowhere else.
 */
final class CommonAnswers {
    private static final String REF = "$ref";
    private static final String DESCRIPTION = "description";
    private static final String PARAMETERS = "parameters";
    private static final String RESPONSES = "responses";
    private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");

    private static final List<Common> COMMON = List.of(
            new Common("400", "BadRequest", _ -> true),
            new Common("401", "Unauthenticated", _ -> true),
            new Common("403", "Forbidden", _ -> true),
            new Common("404", "NotFound", Operation::namesSomething),
            new Common("406", "NotAcceptable", _ -> true),
            new Common("408", "RequestTimeout", Operation::takesBody),
            new Common("413", "TooLarge", Operation::takesBody),
            new Common("415", "WrongMediaType", Operation::takesBody),
            new Common("429", "TooManyRequests", _ -> true),
            new Common("500", "InternalError", _ -> true),
            new Common("502", "BadGateway", _ -> true),
            new Common("503", "Unavailable", _ -> true),
            new Common("504", "GatewayTimeout", _ -> true));

    private static final Map<String, String> HEADERS = new TreeMap<>(
            Map.of("X-Request-Id", "XRequestId", "RateLimit", "RateLimit", "RateLimit-Policy", "RateLimitPolicy"));

    private CommonAnswers() {}

    /**
     * A problem that operations may answer.
     *
     * @param response its name among the components
     * @param by which operations may
     */
    private record Common(String status, String response, Predicate<Operation> by) {}

    private record Operation(String path, ObjectNode node) {
        boolean namesSomething() {
            return path.contains("{");
        }

        String scope() {
            return node.at("/security/0/bearerAuth/0").asText();
        }

        boolean takesBody() {
            return node.has("requestBody");
        }
    }

    /** Completes the description. */
    static void addTo(ObjectNode description) {
        description.path("paths").properties().forEach(path -> path.getValue().properties().stream()
                .filter(method -> METHODS.contains(method.getKey()))
                .forEach(method -> complete(new Operation(path.getKey(), (ObjectNode) method.getValue()))));
        description.path("components").path(RESPONSES).forEach(CommonAnswers::addHeaders);
    }

    private static void complete(Operation operation) {
        operation
                .node()
                .put(
                        DESCRIPTION,
                        "For tokens with the scope `%s`.\n\n%s"
                                .formatted(
                                        operation.scope(),
                                        operation.node().path(DESCRIPTION).asText())
                                .strip());
        operation.node().withArray(PARAMETERS).addObject().put(REF, "#/components/parameters/XRequestId");
        ObjectNode responses = (ObjectNode) operation.node().path(RESPONSES);
        COMMON.stream()
                .filter(common -> common.by().test(operation) && !responses.has(common.status()))
                .forEach(common ->
                        responses.putObject(common.status()).put(REF, "#/components/responses/" + common.response()));
        responses.forEach(CommonAnswers::addHeaders);
        sort(responses);
    }

    private static void addHeaders(JsonNode response) {
        if (!response.has(REF)) {
            HEADERS.forEach((name, component) -> ((ObjectNode) response)
                    .withObjectProperty("headers")
                    .putObject(name)
                    .put(REF, "#/components/headers/" + component));
        }
    }

    private static void sort(ObjectNode responses) {
        Map<String, JsonNode> sorted = new TreeMap<>();
        responses.properties().forEach(response -> sorted.put(response.getKey(), response.getValue()));
        responses.removeAll().setAll(sorted);
    }
}
