package io.dronedelivery.ingestion.domain.form;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object of a request, read field by field. A field that is absent or wrong is read as null, and what is wrong is
 * noted.
 */
final class Form {
    private final String pointer;
    private final Map<?, ?> object;
    private final Faults faults;

    private Form(String pointer, Map<?, ?> object, Faults faults) {
        this.pointer = pointer;
        this.object = object;
        this.faults = faults;
    }

    /** The whole body, as a tree of maps, lists, texts, exact numbers and truth values. */
    static @Nullable Form of(Object body, Faults faults) {
        return of("", body, faults);
    }

    private static @Nullable Form of(String pointer, Object given, Faults faults) {
        if (given instanceof Map<?, ?> object) {
            return new Form(pointer, object, faults);
        }
        faults.note(pointer, "must be a JSON object, but is " + Faults.quote(given));
        return null;
    }

    /** Notes each required field that is missing, and each unknown field. */
    void expect(List<String> required, List<String> optional) {
        required.stream().filter(name -> object.get(name) == null).forEach(name -> note(name, "is required"));
        Set<String> known = new TreeSet<>(required);
        known.addAll(optional);
        object.keySet().stream()
                .map(String::valueOf)
                .filter(name -> !known.contains(name))
                .forEach(name -> note(name, "is unknown; known here are " + String.join(", ", known)));
    }

    /** Whether the client sent an explicit null. */
    boolean removes(String name) {
        return object.containsKey(name) && object.get(name) == null;
    }

    @Nullable
    Form object(String name) {
        Object given = object.get(name);
        return given == null ? null : of(pointerTo(name), given, faults);
    }

    @Nullable
    String text(String name, TextRule rule) {
        return value(name, given -> given instanceof String text && rule.allows(text) ? text : null, rule.allowed());
    }

    @Nullable
    Boolean flag(String name) {
        return value(name, given -> given instanceof Boolean flag ? flag : null, "must be true or false");
    }

    @Nullable
    Integer integer(String name, int min, int max) {
        return value(
                name,
                given -> given instanceof Number number && whole(decimal(number)) && within(decimal(number), min, max)
                        ? decimal(number).intValueExact()
                        : null,
                "must be a whole number from %d to %d".formatted(min, max));
    }

    @Nullable
    Double degrees(String name, int max) {
        return value(
                name,
                given -> given instanceof Number number && within(decimal(number), -max, max)
                        ? decimal(number).doubleValue()
                        : null,
                "must be a number of degrees from -%d to %d".formatted(max, max));
    }

    <E extends Enum<E>> @Nullable E choice(String name, Class<E> type) {
        List<E> choices = List.of(type.getEnumConstants());
        return value(
                name,
                given -> choices.stream()
                        .filter(choice -> choice.name().equals(given))
                        .findFirst()
                        .orElse(null),
                "must be one of " + choices.stream().map(Enum::name).collect(Collectors.joining(", ")));
    }

    /** A time, with its offset from UTC. */
    @Nullable
    Instant time(String name) {
        return value(
                name,
                Form::instant,
                "must be a time in ISO 8601 with its offset, such as 2026-11-20T14:30:00Z or 2026-11-20T15:30:00+01:00");
    }

    /** Notes a fault of a field, or, with an empty name, of the object as a whole. */
    void note(String name, String message) {
        faults.note(name.isEmpty() ? pointer : pointerTo(name), message);
    }

    /** Notes a field with a time that was allowed earlier. */
    void notePassed(String name, String message) {
        faults.notePassed(pointerTo(name), message);
    }

    private <T> @Nullable T value(String name, Function<Object, T> reading, String allowed) {
        Object given = object.get(name);
        if (given == null) {
            return null;
        }
        T value = reading.apply(given);
        if (value == null) {
            note(name, allowed + ", but is " + Faults.quote(given));
        }
        return value;
    }

    private String pointerTo(String name) {
        return pointer + "/" + Faults.printable(name).replace("~", "~0").replace("/", "~1"); // RFC 6901
    }

    private static BigDecimal decimal(Number number) {
        return new BigDecimal(number.toString());
    }

    private static boolean whole(BigDecimal number) {
        return number.stripTrailingZeros().scale() <= 0;
    }

    private static boolean within(BigDecimal number, int min, int max) {
        return number.compareTo(BigDecimal.valueOf(min)) >= 0 && number.compareTo(BigDecimal.valueOf(max)) <= 0;
    }

    private static @Nullable Instant instant(Object given) {
        try {
            return given instanceof String text ? OffsetDateTime.parse(text).toInstant() : null;
        } catch (DateTimeException malformed) {
            return null;
        }
    }
}
