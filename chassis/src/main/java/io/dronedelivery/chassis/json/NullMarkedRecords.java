package io.dronedelivery.chassis.json;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.AnnotatedParameter;
import com.fasterxml.jackson.databind.introspect.NopAnnotationIntrospector;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.util.Arrays;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** A record's component that is not <code>@Nullable</code> must be there: JSpecify's promise, kept for what comes over the wire. */
final class NullMarkedRecords extends NopAnnotationIntrospector {
    private static final long serialVersionUID = 1L;

    @Override
    public @Nullable Boolean hasRequiredMarker(AnnotatedMember member) {
        AnnotatedType type = component(member);
        return type == null ? null : !isNullable(type);
    }

    @Override
    public JsonSetter.Value findSetterInfo(Annotated annotated) {
        AnnotatedType type = component(annotated);
        return type == null ? JsonSetter.Value.empty() : JsonSetter.Value.construct(nulls(type), nullsWithin(type));
    }

    private static @Nullable AnnotatedType component(Annotated annotated) {
        if (!(annotated instanceof AnnotatedParameter parameter)) {
            return null;
        }
        Class<?> type = parameter.getDeclaringClass();
        return type.isRecord() && type.getPackage().isAnnotationPresent(NullMarked.class)
                ? type.getRecordComponents()[parameter.getIndex()].getAnnotatedType()
                : null;
    }

    private static @Nullable Nulls nulls(AnnotatedType type) {
        return isNullable(type) || type.getType() instanceof Class<?> raw && raw.isPrimitive() ? null : Nulls.FAIL;
    }

    private static @Nullable Nulls nullsWithin(AnnotatedType type) {
        return type instanceof AnnotatedParameterizedType collection
                        && Arrays.stream(collection.getAnnotatedActualTypeArguments())
                                .noneMatch(NullMarkedRecords::isNullable)
                ? Nulls.FAIL
                : null;
    }

    private static boolean isNullable(AnnotatedType type) {
        return type.isAnnotationPresent(Nullable.class);
    }
}
