package io.dronedelivery.chassis.http;

import io.dronedelivery.chassis.json.ExpectedType;
import io.dronedelivery.contracts.Problem.FieldError;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MultivaluedMap;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Finds the query parameters that are not of the type their method wants: the framework only says that one is. */
final class QueryParameters {
    private static final Pattern DIGITS = Pattern.compile("-?\\d+");

    private QueryParameters() {}

    static List<FieldError> misfits(Method method, MultivaluedMap<String, String> query) {
        return Arrays.stream(method.getParameters())
                .flatMap(parameter -> misfit(parameter, query))
                .toList();
    }

    private static Stream<FieldError> misfit(Parameter parameter, MultivaluedMap<String, String> query) {
        String name = name(parameter);
        if (name == null || !query.containsKey(name)) {
            return Stream.empty();
        }
        return fault(query.get(name), type(parameter)).map(fault -> new FieldError(name, fault)).stream();
    }

    private static @Nullable String name(Parameter parameter) {
        RestQuery ours = parameter.getAnnotation(RestQuery.class);
        if (ours != null) {
            return ours.value().isEmpty() ? parameter.getName() : ours.value();
        }
        QueryParam standard = parameter.getAnnotation(QueryParam.class);
        return standard == null ? null : standard.value();
    }

    private static Class<?> type(Parameter parameter) {
        return parameter.getType() == Optional.class
                        && parameter.getParameterizedType() instanceof ParameterizedType optional
                        && optional.getActualTypeArguments()[0] instanceof Class<?> type
                ? type
                : parameter.getType();
    }

    /** What is wrong with it. Nothing is as good as no parameter. */
    private static Optional<String> fault(List<String> values, Class<?> type) {
        if (type == String.class) {
            return Optional.empty();
        }
        if (values.size() > 1) {
            return Optional.of("must be given once, but is given " + values.size() + " times");
        }
        String value = values.getFirst();
        if (value.isEmpty() || fits(value, type)) {
            return Optional.empty();
        }
        boolean beyondRange =
                ExpectedType.isWholeNumber(type) && DIGITS.matcher(value).matches();
        return Optional.of("must be "
                + (beyondRange ? ExpectedType.range(type) : ExpectedType.describe(type) + ", but is \"" + value + '"'));
    }

    private static boolean fits(String value, Class<?> type) {
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .anyMatch(constant -> ((Enum<?>) constant).name().equals(value));
        }
        if (type == boolean.class || type == Boolean.class) {
            return value.equals("true") || value.equals("false");
        }
        return !ExpectedType.isWholeNumber(type) || isWholeNumber(value, type);
    }

    private static boolean isWholeNumber(String value, Class<?> type) {
        try {
            long number = Long.parseLong(value);
            return type == long.class || type == Long.class || number == (int) number;
        } catch (NumberFormatException _) {
            return false;
        }
    }
}
