package io.dronedelivery.chassis.openapi;

import java.math.BigDecimal;
import java.util.Map;
import java.util.function.BiConsumer;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.AnnotationValue;

/** What the annotation <code>@Schema</code> of a record's component adds to the schema of its type: the limits in the code. */
final class Constraints {
    private static final Map<String, BiConsumer<Schema, AnnotationValue>> KNOWN = Map.of(
            "minimum", (schema, limit) -> schema.setMinimum(new BigDecimal(limit.asString())),
            "maximum", (schema, limit) -> schema.setMaximum(new BigDecimal(limit.asString())),
            "minLength", (schema, limit) -> schema.setMinLength(limit.asInt()),
            "maxLength", (schema, limit) -> schema.setMaxLength(limit.asInt()),
            "minItems", (schema, limit) -> schema.setMinItems(limit.asInt()),
            "maxItems", (schema, limit) -> schema.setMaxItems(limit.asInt()),
            "pattern", (schema, regex) -> schema.setPattern(regex.asString()));

    private Constraints() {}

    static void add(AnnotationTarget component, Schema schema) {
        AnnotationInstance annotation =
                component.annotation(org.eclipse.microprofile.openapi.annotations.media.Schema.class.getName());
        if (annotation == null) {
            return;
        }
        for (AnnotationValue value : annotation.values()) {
            BiConsumer<Schema, AnnotationValue> constraint = KNOWN.get(value.name());
            if (constraint == null) {
                throw new IllegalStateException("@Schema(" + value.name() + ") of " + component + " is not understood");
            }
            constraint.accept(schema, value);
        }
    }
}
