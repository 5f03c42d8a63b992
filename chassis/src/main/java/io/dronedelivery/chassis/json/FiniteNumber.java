package io.dronedelivery.chassis.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.NumberDeserializers.DoubleDeserializer;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Refuses what Jackson takes for a number and is none to calculate with: "NaN", "Infinity", 1e999. */
final class FiniteNumber extends DoubleDeserializer {
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
