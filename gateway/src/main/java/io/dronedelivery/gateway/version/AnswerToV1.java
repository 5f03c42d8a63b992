package io.dronedelivery.gateway.version;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dronedelivery.contracts.Json;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyResponse;
import java.io.IOException;

/** Puts an answer of version 2 as version 1 has it: with its own links, and with the names of its own fields. */
public final class AnswerToV1 {
    private static final int ACCEPTED = 202;
    private static final int BAD_REQUEST = 400;
    private static final String POINTER_TO_REASON = "/reason";
    private static final String PARAMETER = "reason";

    private AnswerToV1() {}

    /** Whether an answer of that status differs between the versions. */
    public static boolean differs(Translation translation, int status) {
        return switch (translation) {
            case NONE -> false;
            case ORDER -> status == ACCEPTED;
            case CANCEL -> status == ACCEPTED || status == BAD_REQUEST;
        };
    }

    /** The answer with the links of version 1. */
    public static ProxyResponse translated(ProxyResponse answer, Buffer body) {
        String location = answer.headers().get(HttpHeaders.LOCATION);
        if (location != null) {
            answer.headers().set(HttpHeaders.LOCATION, ApiVersions.urlInV1(location));
        }
        return answer.setBody(Body.body(translated(body)));
    }

    /** What is no JSON object stays as it is. */
    static Buffer translated(Buffer body) {
        if (!(read(body) instanceof ObjectNode answer)) {
            return body;
        }
        if (answer.get("links") instanceof ObjectNode links) {
            links.properties()
                    .forEach(link -> links.put(
                            link.getKey(), ApiVersions.urlInV1(link.getValue().asText())));
        }
        answer.path("errors").forEach(AnswerToV1::renameField);
        if (answer.path("detail").asText().startsWith(POINTER_TO_REASON + ":")) {
            answer.put("detail", answer.path("detail").asText().substring(1));
        }
        return Buffer.buffer(Json.bytes(answer));
    }

    private static void renameField(JsonNode error) {
        if (error instanceof ObjectNode fault && fault.path("field").asText().equals(POINTER_TO_REASON)) {
            fault.put("field", PARAMETER);
        }
    }

    private static JsonNode read(Buffer body) {
        try {
            return Json.MAPPER.readTree(body.getBytes());
        } catch (IOException noJson) {
            return Json.MAPPER.missingNode();
        }
    }
}
