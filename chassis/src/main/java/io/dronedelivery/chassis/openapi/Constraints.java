package io.dronedelivery.chassis.openapi;

import io.dronedelivery.contracts.PlainText;
import jakarta.validation.Constraint;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.hibernate.validator.constraints.CodePointLength;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.IndexView;

/** What the limits that Bean Validation enforces add to the schema of a type. A limit that is not understood fails the build. */
final class Constraints {
    private static final Map<String, BiConsumer<Schema, AnnotationInstance>> KNOWN = Map.of(
            DecimalMin.class.getName(), (schema, limit) -> schema.setMinimum(number(limit)),
            Min.class.getName(), (schema, limit) -> schema.setMinimum(number(limit)),
            Max.class.getName(), (schema, limit) -> schema.setMaximum(number(limit)),
            Size.class.getName(), Constraints::items,
            Pattern.class.getName(), Constraints::pattern,
            CodePointLength.class.getName(),
                    (schema, limit) -> schema.setMaxLength(limit.value("max").asInt()),
            PlainText.class.getName(),
                    (schema, limit) -> schema.pattern("\\S")
                            .setMaxLength(limit.value("max").asInt()),
            NotNull.class.getName(), (_, _) -> {}); // the parameter's own "required"

    private static final List<String> STANDARD = List.of("jakarta.validation.constraints.", "org.hibernate.validator.");

    private final IndexView index;

    Constraints(IndexView index) {
        this.index = index;
    }

    /** Adds the limits among the annotations of a record's component, a list's element or a parameter. */
    void add(Iterable<AnnotationInstance> annotations, Schema schema) {
        annotations.forEach(annotation -> add(annotation, schema));
    }

    private void add(AnnotationInstance annotation, Schema schema) {
        String name = annotation.name().toString();
        BiConsumer<Schema, AnnotationInstance> limit = KNOWN.get(name);
        ClassInfo own = index.getClassByName(annotation.name());
        if (limit != null) {
            limit.accept(schema, annotation);
        } else if (STANDARD.stream().anyMatch(name::startsWith)) {
            throw new IllegalStateException(annotation + " is a limit that no schema tells of");
        } else if (own != null && own.hasDeclaredAnnotation(Constraint.class)) {
            add(own.declaredAnnotations(), schema);
        }
    }

    private static BigDecimal number(AnnotationInstance limit) {
        return new BigDecimal(limit.value().asString());
    }

    private static void items(Schema schema, AnnotationInstance limit) {
        schema.minItems(limit.value("min").asInt())
                .setMaxItems(limit.value("max").asInt());
    }

    /** A schema's pattern is looked for anywhere in a text; the same of Bean Validation is that of all of it. */
    private static void pattern(Schema schema, AnnotationInstance limit) {
        AnnotationValue regex = limit.value("regexp");
        if (!regex.asString().startsWith("^") || !regex.asString().endsWith("$")) {
            throw new IllegalStateException(limit + " must begin with ^ and end with $");
        }
        schema.setPattern(regex.asString());
    }
}
