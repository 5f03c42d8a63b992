package io.dronedelivery.chassis.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jboss.jandex.DotName;
import org.jspecify.annotations.Nullable;

/** The schemas of the Java types that are a single JSON value. */
final class JavaTypes {
    private static final Map<DotName, Supplier<Schema>> SCHEMAS = Map.ofEntries(
            entry(String.class, () -> of(SchemaType.STRING)),
            entry(boolean.class, () -> of(SchemaType.BOOLEAN)),
            entry(Boolean.class, () -> of(SchemaType.BOOLEAN)),
            entry(int.class, () -> whole("int32", Integer.MIN_VALUE, Integer.MAX_VALUE)),
            entry(Integer.class, () -> whole("int32", Integer.MIN_VALUE, Integer.MAX_VALUE)),
            entry(long.class, () -> whole("int64", Long.MIN_VALUE, Long.MAX_VALUE)),
            entry(Long.class, () -> whole("int64", Long.MIN_VALUE, Long.MAX_VALUE)),
            entry(double.class, () -> of(SchemaType.NUMBER).format("double")),
            entry(Double.class, () -> of(SchemaType.NUMBER).format("double")),
            entry(Instant.class, () -> of(SchemaType.STRING).format("date-time")),
            entry(Duration.class, () -> of(SchemaType.STRING).format("duration")),
            entry(URI.class, () -> of(SchemaType.STRING).format("uri-reference")),
            entry(UUID.class, () -> of(SchemaType.STRING).format("uuid")),
            entry(Void.class, () -> of(SchemaType.NULL)),
            entry(JsonNode.class, OASFactory::createSchema));

    private JavaTypes() {}

    private static Map.Entry<DotName, Supplier<Schema>> entry(Class<?> type, Supplier<Schema> schema) {
        return Map.entry(DotName.createSimple(type.getName()), schema);
    }

    /** A new schema of that type; none where it is made of others. */
    static @Nullable Schema of(DotName type) {
        Supplier<Schema> schema = SCHEMAS.get(type);
        return schema == null ? null : schema.get();
    }

    /** A new schema of that JSON type. */
    static Schema of(SchemaType type) {
        return OASFactory.createSchema().addType(type);
    }

    private static Schema whole(String format, long least, long most) {
        return of(SchemaType.INTEGER)
                .format(format)
                .minimum(BigDecimal.valueOf(least))
                .maximum(BigDecimal.valueOf(most));
    }
}
