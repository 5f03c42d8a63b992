package io.dronedelivery.chassis.openapi;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.FieldInfo;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.RecordComponentInfo;
import org.jboss.jandex.Type;
import org.jspecify.annotations.Nullable;

/**
 * The schemas of what Jackson reads and writes: records, enums, lists and maps, and sealed families told apart by a property. A
 * record that has type arguments has a schema for each of them, named after both.
 * A component that JSpecify calls nullable may be absent, or null; every other one is required. Unknown properties are
 * ignored, so they are allowed.
 */
final class TypeSchemas {
    private static final DotName NULLABLE = DotName.createSimple(Nullable.class.getName());

    private final IndexView index;
    private final Constraints constraints;
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, Schema> components = new TreeMap<>();
    /** What the type variables of the record stand for that is being described. */
    private Map<String, Type> arguments = Map.of();

    TypeSchemas(IndexView index, Constraints constraints) {
        this.index = index;
        this.constraints = constraints;
    }

    /** Those that were referred to, by name. */
    Map<String, Schema> components() {
        return components;
    }

    /** The schema of a type: a reference, if it is one that has a name. */
    Schema of(Type type) {
        Schema value = JavaTypes.of(type.name());
        if (value != null) {
            return value;
        }
        return switch (type.kind()) {
            case ARRAY -> list(type.asArrayType().constituent());
            case PARAMETERIZED_TYPE ->
                generic(type.name(), type.asParameterizedType().arguments());
            case TYPE_VARIABLE -> of(resolved(type));
            default -> reference(type.name(), List.of());
        };
    }

    private Schema generic(DotName type, List<Type> of) {
        if (isA(type, Map.class)) {
            return JavaTypes.of(SchemaType.OBJECT).additionalPropertiesSchema(of(of.getLast()));
        }
        if (isA(type, Optional.class)) {
            return of(of.getFirst());
        }
        ClassInfo known = index.getClassByName(type);
        return known != null && known.isRecord()
                ? reference(type, of.stream().map(this::resolved).toList())
                : list(of.getFirst());
    }

    private Type resolved(Type type) {
        return type.kind() == Type.Kind.TYPE_VARIABLE
                ? Objects.requireNonNull(arguments.get(type.asTypeVariable().identifier()))
                : type;
    }

    private static boolean isA(DotName type, Class<?> known) {
        return type.toString().equals(known.getName());
    }

    private Schema list(Type element) {
        Schema schema = of(element);
        constraints.add(element.annotations(), schema);
        return JavaTypes.of(SchemaType.ARRAY).items(nullable(element) ? orNull(schema) : schema);
    }

    private Schema reference(DotName type, List<Type> of) {
        String key = type + of.toString();
        if (!names.containsKey(key)) {
            ClassInfo known = index.getClassByName(type);
            if (known == null) {
                throw new IllegalStateException("The API tells of the type " + type + ", which nobody has described");
            }
            String name = name(known, of);
            names.put(key, name);
            components.put(name, JavaTypes.of(SchemaType.OBJECT)); // for a type that has itself as a part
            components.put(name, described(known, of));
        }
        return OASFactory.createSchema().ref(names.get(key));
    }

    /** Its simple name; where other types have that, with as much of what it is in as tells it apart. */
    private String name(ClassInfo type, List<Type> of) {
        List<String> parts = Arrays.asList(type.name().toString().split("[.$]", -1));
        String name = named(of) + parts.getLast();
        for (int i = parts.size() - 2; components.containsKey(name); i--) {
            name = capitalized(parts.get(i)) + name;
        }
        return name;
    }

    /** Of what, from the inside out: that of a call of a hold is HoldCall. */
    private static String named(List<Type> of) {
        return of.stream()
                .map(type -> (type.kind() == Type.Kind.PARAMETERIZED_TYPE
                                ? named(type.asParameterizedType().arguments())
                                : "")
                        + type.name().withoutPackagePrefix().replaceAll(".*[$]", ""))
                .collect(Collectors.joining());
    }

    private Schema described(ClassInfo type, List<Type> of) {
        Map<String, Type> outer = arguments;
        arguments = IntStream.range(0, of.size())
                .boxed()
                .collect(Collectors.toMap(i -> type.typeParameters().get(i).identifier(), of::get));
        Schema schema = described(type);
        arguments = outer;
        return schema;
    }

    private static String capitalized(String part) {
        return Character.toUpperCase(part.charAt(0)) + part.substring(1);
    }

    private Schema described(ClassInfo type) {
        if (type.isEnum()) {
            return JavaTypes.of(SchemaType.STRING)
                    .enumeration(type.enumConstants().stream()
                            .map(FieldInfo::name)
                            .<Object>map(name -> name)
                            .toList());
        }
        AnnotationInstance family = type.declaredAnnotation(JsonSubTypes.class);
        if (family != null) {
            return OASFactory.createSchema()
                    .oneOf(Arrays.stream(family.value().asNestedArray())
                            .map(member -> of(member.value().asClass()))
                            .toList());
        }
        return record(type);
    }

    private Schema record(ClassInfo type) {
        Schema schema = JavaTypes.of(SchemaType.OBJECT);
        familyOf(type).ifPresent(property -> schema.addProperty(
                        property, JavaTypes.of(SchemaType.STRING).addEnumeration(type.simpleName()))
                .addRequired(property));
        for (RecordComponentInfo component : type.recordComponentsInDeclarationOrder()) {
            add(type.field(component.name()), schema);
        }
        return schema;
    }

    /** The property by which its family is told apart. */
    private Optional<String> familyOf(ClassInfo type) {
        return type.interfaceNames().stream()
                .map(index::getClassByName)
                .filter(parent -> parent != null && parent.hasDeclaredAnnotation(JsonTypeInfo.class))
                .map(parent -> parent.declaredAnnotation(JsonTypeInfo.class)
                        .value("property")
                        .asString())
                .findFirst();
    }

    private void add(FieldInfo component, Schema to) {
        Type type = component.type();
        if (component.hasAnnotation(JsonUnwrapped.class)) {
            Schema part = record(index.getClassByName(type.name()));
            part.getProperties().forEach(to::addProperty);
            part.getRequired().forEach(to::addRequired);
            return;
        }
        AnnotationInstance renamed = component.annotation(JsonProperty.class);
        String name = renamed == null || renamed.value() == null
                ? component.name()
                : renamed.value().asString();
        Schema schema = of(type);
        constraints.add(component.declaredAnnotations(), schema);
        if (nullable(type)) {
            to.addProperty(name, orNull(schema));
        } else {
            to.addProperty(name, schema).addRequired(name);
        }
    }

    static boolean nullable(Type type) {
        return type.hasAnnotation(NULLABLE);
    }

    private static Schema orNull(Schema schema) {
        if (schema.getRef() != null) {
            return OASFactory.createSchema().addAnyOf(schema).addAnyOf(JavaTypes.of(SchemaType.NULL));
        }
        return schema.getType() == null ? schema : schema.addType(SchemaType.NULL);
    }
}
