package io.dronedelivery.contracts.drone;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;

/** Reads a text that is a secret. Of anything else it tells no more than that: a number may be the secret without its quotes. */
final class SecretText extends StdScalarDeserializer<String> {
    private static final long serialVersionUID = 1L;

    SecretText() {
        super(String.class);
    }

    @Override
    public String deserialize(JsonParser json, DeserializationContext context) throws IOException {
        if (!json.hasToken(JsonToken.VALUE_STRING)) {
            throw context.instantiationException(String.class, new IllegalArgumentException("must be a text"));
        }
        return json.getText();
    }
}
