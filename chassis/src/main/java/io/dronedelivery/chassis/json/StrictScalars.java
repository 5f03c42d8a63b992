package io.dronedelivery.chassis.json;

import static com.fasterxml.jackson.databind.cfg.CoercionInputShape.Boolean;
import static com.fasterxml.jackson.databind.cfg.CoercionInputShape.Float;
import static com.fasterxml.jackson.databind.cfg.CoercionInputShape.Integer;
import static com.fasterxml.jackson.databind.cfg.CoercionInputShape.String;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.deser.std.NumberDeserializers.DoubleDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.dronedelivery.contracts.Text;
import java.io.IOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Texts, numbers, booleans and times, as strictly as they are described: each of its own JSON type, and such that a database
 * can store it.
 */
final class StrictScalars {
    private StrictScalars() {}

    /** Has a mapper read them so. */
    static void readBy(ObjectMapper mapper) {
        mapper.registerModule(new SimpleModule("strict")
                .addDeserializer(String.class, new StrictText())
                .addDeserializer(double.class, new FiniteNumber(double.class, 0.0))
                .addDeserializer(Double.class, new FiniteNumber(Double.class, null))
                .addDeserializer(Instant.class, new StrictTime()));
        refuse(mapper, LogicalType.Textual, Boolean, Integer, Float);
        refuse(mapper, LogicalType.Boolean, String, Integer, Float);
        refuse(mapper, LogicalType.Integer, String, Boolean, Float);
        refuse(mapper, LogicalType.Float, String, Boolean);
    }

    private static void refuse(ObjectMapper mapper, LogicalType type, CoercionInputShape... others) {
        for (CoercionInputShape other : others) {
            mapper.coercionConfigFor(type).setCoercion(other, CoercionAction.Fail);
        }
    }

    /** Refuses texts with characters that no text may have. */
    private static final class StrictText extends StdScalarDeserializer<String> {
        private static final long serialVersionUID = 1L;

        StrictText() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser json, DeserializationContext context) throws IOException {
            String text = StringDeserializer.instance.deserialize(json, context);
            Optional<String> fault = Text.forbidden(text);
            if (fault.isPresent()) {
                throw ValueInstantiationException.from(
                        json,
                        fault.get(),
                        context.constructType(String.class),
                        new IllegalArgumentException(fault.get()));
            }
            return text;
        }
    }

    /** Refuses what Jackson takes for a number and is none to calculate with: "NaN", "Infinity", 1e999. */
    private static final class FiniteNumber extends DoubleDeserializer {
        private static final long serialVersionUID = 1L;

        FiniteNumber(Class<Double> type, @Nullable Double absent) {
            super(type, absent);
        }

        @Override
        public @Nullable Double deserialize(JsonParser json, DeserializationContext context) throws IOException {
            Double number = super.deserialize(json, context);
            if (number != null && !Double.isFinite(number)) {
                throw context.weirdStringException(json.getText(), double.class, "not finite");
            }
            return number;
        }
    }

    /** Takes times as RFC 3339 writes them, if a database can store them; no numbers, whose unit nobody knows. */
    private static final class StrictTime extends StdScalarDeserializer<Instant> {
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
}
