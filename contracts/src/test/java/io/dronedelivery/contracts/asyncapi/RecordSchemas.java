package io.dronedelivery.contracts.asyncapi;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dronedelivery.contracts.Json;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The JSON Schemas of messages and their parts, as Jackson writes them. What is nullable may be absent. Only keywords of draft 7
 * are used, which AsyncAPI takes without further notice; there, nothing stands beside a <code>$ref</code>.
 */
final class RecordSchemas {
    private static final String REF = "$ref";
    private static final String DESCRIPTION = "description";
    private static final Map<Class<?>, Consumer<ObjectNode>> VALUES = Map.of(
            String.class, schema -> schema.put("type", "string"),
            Instant.class, schema -> schema.put("type", "string").put("format", "date-time"),
            boolean.class, schema -> schema.put("type", "boolean"),
            int.class, schema -> schema.put("type", "integer").put("format", "int32"),
            long.class, schema -> schema.put("type", "integer").put("format", "int64"),
            Long.class, schema -> schema.put("type", "integer").put("format", "int64"),
            double.class, schema -> schema.put("type", "number").put("format", "double"),
            Double.class, schema -> schema.put("type", "number").put("format", "double"));

    private final SourceComments comments;
    private final Map<String, ObjectNode> named = new TreeMap<>();
    private final Map<String, Class<?>> types = new HashMap<>();

    RecordSchemas(SourceComments comments) {
        this.comments = comments;
    }

    /** All schemas that are referred to, by their names. */
    Map<String, ObjectNode> named() {
        return named;
    }

    /** A reference to the schema of a type. */
    ObjectNode reference(Class<?> type) {
        String name = type.getSimpleName();
        Class<?> other = types.putIfAbsent(name, type);
        if (other == null) {
            named.put(name, describe(type));
        } else if (other != type) {
            throw new IllegalStateException("two types have the same name: " + other + " and " + type);
        }
        return object().put(REF, "#/components/schemas/" + name);
    }

    private ObjectNode describe(Class<?> type) {
        ObjectNode schema = object();
        comments.of(type).ifPresent(text -> schema.put(DESCRIPTION, text));
        if (type.isEnum()) {
            return codes(type, schema);
        }
        if (type.isSealed()) {
            Arrays.stream(type.getPermittedSubclasses())
                    .forEach(member -> schema.withArray("oneOf").add(reference(member)));
            return schema;
        }
        return record(type, schema);
    }

    private ObjectNode codes(Class<?> type, ObjectNode schema) {
        List<String> names =
                Arrays.stream(type.getEnumConstants()).map(Object::toString).toList();
        String explained = names.stream()
                .flatMap(name -> comments.of(type, name).map(text -> "- `" + name + "`: " + text).stream())
                .collect(Collectors.joining("\n"));
        if (!explained.isEmpty()) {
            schema.put(DESCRIPTION, (schema.path(DESCRIPTION).asText() + "\n\n" + explained).strip());
        }
        schema.put("type", "string");
        names.forEach(schema.withArray("enum")::add);
        return schema;
    }

    private ObjectNode record(Class<?> type, ObjectNode schema) {
        schema.put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        family(type).ifPresent(property -> {
            properties.putObject(property).put("type", "string").put("const", type.getSimpleName());
            schema.withArray("required").add(property);
        });
        for (RecordComponent part : type.getRecordComponents()) {
            String name = wireName(part);
            properties.set(name, part(type, part));
            if (!part.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                schema.withArray("required").add(name);
            }
        }
        return schema;
    }

    /** The property by which the members of its family are told apart. */
    private static Optional<String> family(Class<?> type) {
        return Arrays.stream(type.getInterfaces())
                .map(family -> family.getAnnotation(JsonTypeInfo.class))
                .flatMap(told -> Optional.ofNullable(told).stream())
                .map(JsonTypeInfo::property)
                .findFirst();
    }

    private static String wireName(RecordComponent part) {
        JsonProperty renamed = part.getAccessor().getAnnotation(JsonProperty.class);
        return renamed == null ? part.getName() : renamed.value();
    }

    private ObjectNode part(Class<?> type, RecordComponent part) {
        ObjectNode schema = schema(part.getGenericType());
        Optional<String> comment = comments.of(type, part.getName());
        if (comment.isPresent() && schema.has(REF)) {
            ObjectNode beside = object().put(DESCRIPTION, comment.get());
            beside.withArray("allOf").add(schema);
            return beside;
        }
        comment.ifPresent(text -> schema.put(DESCRIPTION, text));
        limits(type, part, schema);
        return schema;
    }

    private ObjectNode schema(Type type) {
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            ObjectNode schema = object().put("type", "array");
            schema.set("items", schema(list.getActualTypeArguments()[0]));
            return schema;
        }
        Consumer<ObjectNode> value = VALUES.get(type);
        if (value == null) {
            return reference((Class<?>) type);
        }
        ObjectNode schema = object();
        value.accept(schema);
        return schema;
    }

    private static void limits(Class<?> type, RecordComponent part, ObjectNode schema) {
        try {
            Field field = type.getDeclaredField(part.getName());
            Optional.ofNullable(field.getAnnotation(Min.class)).ifPresent(min -> schema.put("minimum", min.value()));
            Optional.ofNullable(field.getAnnotation(Max.class)).ifPresent(max -> schema.put("maximum", max.value()));
            Optional.ofNullable(field.getAnnotation(Pattern.class))
                    .ifPresent(pattern -> schema.put("pattern", pattern.regexp()));
        } catch (NoSuchFieldException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static ObjectNode object() {
        return Json.MAPPER.createObjectNode();
    }
}
