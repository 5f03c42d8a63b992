package io.dronedelivery.chassis.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import io.dronedelivery.contracts.Text;
import java.io.IOException;
import java.util.Optional;

/** Refuses texts with characters that no text may have. */
final class StrictText extends StdScalarDeserializer<String> {
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
                    json, fault.get(), context.constructType(String.class), new IllegalArgumentException(fault.get()));
        }
        return text;
    }
}
