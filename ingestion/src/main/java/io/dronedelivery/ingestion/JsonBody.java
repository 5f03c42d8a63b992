package io.dronedelivery.ingestion;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.dronedelivery.chassis.Problems;
import java.io.IOException;

/** Parses a request body strictly: one JSON value, no field twice. */
final class JsonBody {
    private static final ObjectMapper STRICT = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final String WHOLE_BODY = "";

    private JsonBody() {}

    /** The tree: maps, lists, texts, exact numbers and truth values. */
    static Object parse(byte[] body) {
        try {
            Object json = STRICT.readValue(body, Object.class);
            if (json == null) {
                throw Problems.invalid(WHOLE_BODY, "must be a JSON object, but is null");
            }
            return json;
        } catch (JsonProcessingException malformed) {
            throw Problems.invalid(
                    WHOLE_BODY, "is not JSON" + where(malformed) + ": " + malformed.getOriginalMessage());
        } catch (IOException malformed) {
            throw Problems.invalid(WHOLE_BODY, "is not JSON in UTF-8: " + malformed.getMessage());
        }
    }

    /** Of an empty body there is no place to name. */
    private static String where(JsonProcessingException malformed) {
        JsonLocation location = malformed.getLocation();
        return location == null ? "" : " at line %d, column %d".formatted(location.getLineNr(), location.getColumnNr());
    }
}
