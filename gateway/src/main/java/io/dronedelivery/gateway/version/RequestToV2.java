package io.dronedelivery.gateway.version;

import io.dronedelivery.contracts.Json;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.Map;
import java.util.UUID;

/** Puts a request of version 1 as version 2 has it. */
public final class RequestToV2 {
    private static final String KEY = "Idempotency-Key";
    private static final String REASON = "reason";

    private RequestToV2() {}

    /** Gives it a key that nobody has used, if it has none: as in version 1, its repeat is another request then. */
    public static void addKey(MultiMap headers) {
        if (!headers.contains(KEY)) {
            headers.set(KEY, UUID.randomUUID().toString());
        }
    }

    /** The body of a cancel, which has the reason of its query. A query that can't be decoded does not get here. */
    public static Buffer cancellation(HttpServerRequest request) {
        String reason = request.params().get(REASON);
        return Buffer.buffer(Json.bytes(reason == null ? Map.of() : Map.of(REASON, reason)));
    }

    /** Makes the headers those of a cancel with its own body. */
    public static void describeCancellation(MultiMap headers) {
        headers.remove(HttpHeaders.CONTENT_ENCODING);
        headers.set(HttpHeaders.CONTENT_TYPE, "application/json");
    }
}
