package io.dronedelivery.chassis;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.datatype.jsr310.deser.InstantDeserializer;
import java.io.IOException;
import java.time.Instant;

/** Refuses times that no calendar of a database knows. */
final class StrictTime extends StdScalarDeserializer<Instant> {
    private static final long serialVersionUID = 1L;
    private static final double SECONDS_MAX = 253_402_300_799.0; // the last of the year 9999, as seconds from 1970 on

    StrictTime() {
        super(Instant.class);
    }

    @Override
    public Instant deserialize(JsonParser json, DeserializationContext context) throws IOException {
        if (json.currentToken().isNumeric() && !(Math.abs(json.getDoubleValue()) <= SECONDS_MAX)) {
            throw unfit(json, context);
        }
        Instant time = InstantDeserializer.INSTANT.deserialize(json, context);
        if (!Times.storable(time)) {
            throw unfit(json, context);
        }
        return time;
    }

    private static JsonMappingException unfit(JsonParser json, DeserializationContext context) throws IOException {
        return context.weirdStringException(json.getText(), Instant.class, "out of range");
    }
}
