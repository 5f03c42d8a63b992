package io.dronedelivery.chassis.json;

import jakarta.ws.rs.ConstrainedTo;
import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/** Reads <code>true</code> and <code>false</code> as a query parameter; Quarkus REST takes every other text for false. */
@Provider
@ConstrainedTo(RuntimeType.SERVER)
public class StrictBooleans implements ParamConverterProvider {

    @Override
    @SuppressWarnings("unchecked") // T is Boolean
    public <T> @Nullable ParamConverter<T> getConverter(Class<T> type, Type genericType, Annotation[] annotations) {
        return type == boolean.class || type == Boolean.class ? (ParamConverter<T>) new TrueOrFalse() : null;
    }

    private static final class TrueOrFalse implements ParamConverter<Boolean> {
        @Override
        public Boolean fromString(String value) {
            return switch (value) {
                case "true" -> true;
                case "false" -> false;
                default -> throw new IllegalArgumentException("neither true nor false");
            };
        }

        @Override
        public String toString(Boolean value) {
            return value.toString();
        }
    }
}
