package io.dronedelivery.chassis.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.json.JsonArray;
import java.util.Base64;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** The headers of a record as JSON that any database takes: name and value of each in Base64, the value may be null. */
final class StoredHeaders {
    private StoredHeaders() {}

    static JsonArray json(Headers headers) {
        JsonArray all = new JsonArray();
        headers.forEach(header -> all.add(new JsonArray()
                .add(encoded(header.key().getBytes(UTF_8)))
                .add(header.value() == null ? null : encoded(header.value()))));
        return all;
    }

    static Headers read(JsonArray stored) {
        RecordHeaders headers = new RecordHeaders();
        for (int n = 0; n < stored.size(); n++) {
            JsonArray header = stored.getJsonArray(n);
            String value = header.getString(1);
            headers.add(new String(decoded(header.getString(0)), UTF_8), value == null ? null : decoded(value));
        }
        return headers;
    }

    private static String encoded(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] decoded(String text) {
        return Base64.getDecoder().decode(text);
    }
}
