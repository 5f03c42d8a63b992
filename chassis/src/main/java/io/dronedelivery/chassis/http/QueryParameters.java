package io.dronedelivery.chassis.http;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dronedelivery.chassis.json.ExpectedType;
import io.dronedelivery.contracts.Json;
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
    private static final ObjectMapper CONVERTER =
            Json.MAPPER.copy().enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS);

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
        return fault(query.getFirst(name), type(parameter)).map(fault -> new FieldError(name, fault)).stream();
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

    /** Converts it anew, to see whether that fails. Nothing is as good as no parameter. */
    private static Optional<String> fault(String value, Class<?> type) {
        if (value.isEmpty() || type == String.class) {
            return Optional.empty();
        }
        try {
            CONVERTER.convertValue(value, type);
            return Optional.empty();
        } catch (IllegalArgumentException _) {
            boolean beyondRange =
                    ExpectedType.isWholeNumber(type) && DIGITS.matcher(value).matches();
            return Optional.of("must be "
                    + (beyondRange
                            ? ExpectedType.range(type)
                            : ExpectedType.describe(type) + ", but is \"" + value + '"'));
        }
    }
}
