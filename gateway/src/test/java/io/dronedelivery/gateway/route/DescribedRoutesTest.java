package io.dronedelivery.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dronedelivery.gateway.docs.Described;
import io.dronedelivery.gateway.docs.Described.Operation;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** What is described is what can be reached, by the same scopes. */
class DescribedRoutesTest {
    /** What the gateway answers itself. */
    private static final List<String> OWN = List.of(
            "GET /api/v2/invoices/{} customer",
            "GET /api/v1/invoices/{} customer",
            "GET /operations/v1/accounts/{}/invoices/{} operator",
            "GET /mobile/v1/deliveries/{} customer",
            "GET /web/v1/board operator",
            "GET /web/v1/fleet operator",
            "GET /web/v1/alerts operator");

    @Test
    void everyRouteIsDescribedAndEveryDescriptionHasItsRoute() {
        assertThat(Described.operations().stream().flatMap(DescribedRoutesTest::described))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(reachable(), OWN.stream()).toList());
    }

    private static Stream<String> reachable() {
        return RouteTable.all().stream()
                .map(route -> line(route.method().name(), anonymous(route.template()), route.scope()));
    }

    /** The names of what differs in a path are nobody's business. A parameter with a list of values is as many paths. */
    private static Stream<String> described(Operation operation) {
        Stream<String> paths = Stream.of(operation.path());
        for (JsonNode reference : operation.parameters()) {
            JsonNode parameter = Described.resolved(reference);
            String name = "{" + parameter.path("name").asText() + "}";
            JsonNode values = parameter.at("/schema/enum");
            if (values.isArray()) {
                paths = paths.flatMap(path -> StreamSupport.stream(values.spliterator(), false)
                        .map(value -> path.replace(name, value.asText())));
            }
        }
        return paths.map(path -> line(operation.method(), anonymous(path), String.join(" ", operation.scopes())));
    }

    private static String anonymous(String path) {
        return path.replaceAll("\\{[^}]*}", "{}");
    }

    private static String line(String method, String path, String scope) {
        return method + " " + path + " " + scope;
    }
}
