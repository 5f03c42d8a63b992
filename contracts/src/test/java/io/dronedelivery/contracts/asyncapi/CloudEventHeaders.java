package io.dronedelivery.contracts.asyncapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dronedelivery.contracts.Json;

/** The headers of a message: CloudEvents 1.0, Kafka protocol binding, binary mode. The chassis writes them (Envelope). */
final class CloudEventHeaders {
    private static final String TYPE = "type";
    private static final String STRING = "string";
    private static final String DESCRIPTION = "description";

    private CloudEventHeaders() {}

    static ObjectNode schema(String messageType) {
        ObjectNode schema = Json.MAPPER.createObjectNode().put(TYPE, "object");
        ObjectNode headers = schema.putObject("properties");
        headers.putObject("ce_specversion").put(TYPE, STRING).put("const", "1.0");
        headers.putObject("ce_id").put(TYPE, STRING).put(DESCRIPTION, "Names the message. A repeat has the same.");
        headers.putObject("ce_source")
                .put(TYPE, STRING)
                .put("format", "uri-reference")
                .put(DESCRIPTION, "The service that sent it: a slash and its name.");
        headers.putObject("ce_type").put(TYPE, STRING).put("const", messageType);
        headers.putObject("content-type").put(TYPE, STRING).put("const", "application/json");
        headers.putObject("traceparent")
                .put(TYPE, STRING)
                .put(DESCRIPTION, "The trace that it belongs to (W3C Trace Context); absent if it is not traced.");
        headers.fieldNames().forEachRemaining(name -> {
            if (!name.equals("traceparent")) {
                schema.withArray("required").add(name);
            }
        });
        return schema;
    }
}
