package io.dronedelivery.ingestion;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.dronedelivery.chassis.failure.Problems;
import io.dronedelivery.chassis.json.JsonFaults;
import java.io.IOException;

/** Parses a request body strictly: one JSON value, no field twice. */
final class JsonBody {
    private static final ObjectMapper STRICT = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private JsonBody() {}

    /** The tree: maps, lists, texts, exact numbers and truth values. */
    static Object parse(byte[] body) {
        try {
            Object json = STRICT.readValue(body, Object.class);
            if (json == null) {
                throw Problems.invalid("", "must be a JSON object, but is null");
            }
            return json;
        } catch (IOException malformed) {
            throw JsonFaults.refusal(malformed, body);
        }
    }
}
