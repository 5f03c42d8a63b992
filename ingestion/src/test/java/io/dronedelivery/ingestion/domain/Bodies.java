package io.dronedelivery.ingestion.domain;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import io.dronedelivery.contracts.Json;
import java.io.UncheckedIOException;

/** Request bodies to test with. */
public final class Bodies {
    /** An order that leaves nothing out. */
    public static final String ORDER = """
            {
              "pickup": {
                "location": {"latitude": 47.3769, "longitude": 8.5417},
                "address": "Bahnhofplatz 1, 8001 Zürich",
                "contact": {"name": "Ann", "phone": "+41 44 555 01 01", "email": "ann@example.org"},
                "instructions": "At the ramp."
              },
              "dropoff": {"location": {"latitude": 47.3901, "longitude": 8.5157}},
              "package": {"size": "SMALL", "weightGrams": 900, "tag": "4006381333931"},
              "expedited": true,
              "confirmation": "PIN",
              "reference": "Order 4711"
            }
            """;

    /** An order that leaves everything out that can be. */
    public static final String LEAST = """
            {"pickup": {"location": {"latitude": 47.3769, "longitude": 8.5417}},
             "dropoff": {"location": {"latitude": 47.3901, "longitude": 8.5157}},
             "package": {"size": "LARGE", "weightGrams": 30000}}
            """;

    private static final ObjectReader EXACT =
            Json.MAPPER.readerFor(Object.class).with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private Bodies() {}

    /** That order with a part of its text replaced. */
    public static String order(String part, String replacement) {
        if (!ORDER.contains(part)) {
            throw new IllegalArgumentException("the order has no " + part);
        }
        return ORDER.replace(part, replacement);
    }

    /** The body as the edge parses it. */
    public static Object tree(String json) {
        try {
            return EXACT.readValue(json);
        } catch (JsonProcessingException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }
}
