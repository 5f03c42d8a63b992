package io.dronedelivery.gateway.docs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dronedelivery.contracts.Json;
import java.util.List;

/**
 * The description of all that is reached through the gateway (OpenAPI 3.1). It is written by hand, in parts; what every
 * operation takes and answers is added by {@link CommonAnswers}, and version 1 by {@link FirstVersion}.
 */
public final class ApiDescription {
    private static final List<String> PARTS = List.of(
            "openapi",
            "deliveries",
            "orders",
            "delivery-views",
            "delivery-events",
            "invoices",
            "version-1",
            "mobile",
            "web",
            "devices",
            "fleet",
            "watch",
            "compensations",
            "dead-letters",
            "services");

    private ApiDescription() {}

    /** The whole description. */
    public static JsonNode read() {
        ObjectNode whole = Json.MAPPER.createObjectNode();
        for (String part : PARTS) {
            merge(whole, Resources.yaml("api/" + part + ".yaml", ObjectNode.class), part);
        }
        CommonAnswers.addTo(whole);
        FirstVersion.addTo(whole);
        return whole;
    }

    /** Adds what a part has. Nothing may be said twice. */
    private static void merge(ObjectNode whole, ObjectNode part, String place) {
        part.properties().forEach(added -> {
            JsonNode there = whole.get(added.getKey());
            String path = place + "/" + added.getKey();
            if (there == null) {
                whole.set(added.getKey(), added.getValue());
            } else if (there instanceof ObjectNode object && added.getValue() instanceof ObjectNode more) {
                merge(object, more, path);
            } else {
                throw new IllegalStateException("described twice: " + path);
            }
        });
    }
}
