package io.dronedelivery.chassis.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;

/** Takes times as RFC 3339 writes them, if a database can store them; no numbers, whose unit nobody knows. */
final class StrictTime extends StdScalarDeserializer<Instant> {
    private static final long serialVersionUID = 1L;

    StrictTime() {
        super(Instant.class);
    }

    @Override
    public Instant deserialize(JsonParser json, DeserializationContext context) throws IOException {
        if (!json.hasToken(JsonToken.VALUE_STRING)) {
            throw context.wrongTokenException(json, Instant.class, JsonToken.VALUE_STRING, "a time is a text");
        }
        try {
            Instant time = OffsetDateTime.parse(json.getText()).toInstant();
            if (Times.storable(time)) {
                return time;
            }
        } catch (DateTimeParseException malformed) {
            // as one that is out of range
        }
        throw context.weirdStringException(json.getText(), Instant.class, "no time, or out of range");
    }
}
