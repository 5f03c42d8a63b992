package io.dronedelivery.chassis.json;

import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What clients are to send where we have a Java type, in words that they know. */
public final class ExpectedType {
    private static final String WHOLE_NUMBER = "a whole number";
    private static final Map<Class<?>, String> WORDS = Map.ofEntries(
            Map.entry(String.class, "a text"),
            Map.entry(boolean.class, "true or false"),
            Map.entry(Boolean.class, "true or false"),
            Map.entry(int.class, WHOLE_NUMBER),
            Map.entry(Integer.class, WHOLE_NUMBER),
            Map.entry(long.class, WHOLE_NUMBER),
            Map.entry(Long.class, WHOLE_NUMBER),
            Map.entry(BigInteger.class, WHOLE_NUMBER),
            Map.entry(double.class, "a number"),
            Map.entry(Instant.class, "a time such as 2026-11-25T10:00:00Z"),
            Map.entry(Duration.class, "a duration such as PT15M"),
            Map.entry(URI.class, "a URI"),
            Map.entry(UUID.class, "a UUID"));

    private ExpectedType() {}

    /** Whether values of that type are written as one text, number or boolean. */
    static boolean isScalar(@Nullable Class<?> type) {
        return type != null && WORDS.containsKey(type);
    }

    /** Whether values of that type are whole numbers. */
    public static boolean isWholeNumber(Class<?> type) {
        return WHOLE_NUMBER.equals(WORDS.get(type));
    }

    /** The words for all numbers of a whole-number type. */
    public static String range(@Nullable Class<?> type) {
        return type == int.class || type == Integer.class
                ? "a whole number from " + Integer.MIN_VALUE + " to " + Integer.MAX_VALUE
                : "a whole number from " + Long.MIN_VALUE + " to " + Long.MAX_VALUE;
    }

    /** The words for values of that type, to stand after "must be". */
    public static String describe(@Nullable Class<?> type) {
        if (type == null) {
            return "something else";
        }
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .map(constant -> ((Enum<?>) constant).name())
                    .collect(Collectors.joining(", ", "one of ", ""));
        }
        if (type.isArray() || Collection.class.isAssignableFrom(type)) {
            return "a list";
        }
        return WORDS.getOrDefault(type, Number.class.isAssignableFrom(type) ? "a number" : "an object");
    }
}
