package io.dronedelivery.chassis.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import io.dronedelivery.contracts.Json;
import io.dronedelivery.contracts.Problem.FieldError;
import io.dronedelivery.contracts.Text;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is wrong with JSON, told to whoever sent it: in fields and values, never in our classes or in Jackson's words. */
public final class JsonFaults {
    private static final int QUOTED_CHARACTERS_MAX = 100;
    /** How Jackson says that a text is none of the numbers and booleans that it may be written for. */
    private static final Pattern NOT_COERCED =
            Pattern.compile("Cannot coerce String value \\(\"(.*)\"\\) to `", Pattern.DOTALL);
    /** How Jackson says that nothing is there. */
    private static final Pattern MISSING = Pattern.compile(
            "Cannot map `null` into type|No content to map|Missing required creator property|Invalid `null` value");

    private static final String EXCESSIVE = excessive(Json.MAPPER.getFactory().streamReadConstraints());

    private JsonFaults() {}

    /** The field that is wrong, the empty one where it is all of it, and how. */
    public static FieldError of(IOException unreadable) {
        return unreadable instanceof JsonMappingException misfit
                ? new FieldError(pointer(misfit), misfit(misfit))
                : new FieldError("", noJson(unreadable));
    }

    private static String pointer(JsonMappingException misfit) {
        return misfit.getPath().stream()
                .map(step ->
                        "/" + (step.getFieldName() == null ? String.valueOf(step.getIndex()) : step.getFieldName()))
                .collect(Collectors.joining());
    }

    private static String misfit(JsonMappingException misfit) {
        return switch (misfit) {
            case InvalidTypeIdException kind when kind.getTypeId() == null -> "is an object that lacks its type";
            case InvalidTypeIdException kind -> "is an object of the unknown type " + quoted(kind.getTypeId());
            case MismatchedInputException mismatch -> mismatch(mismatch);
            // our own types check themselves, and say what they want
            case ValueInstantiationException _
            when misfit.getCause() instanceof IllegalArgumentException refused -> String.valueOf(refused.getMessage());
            case JsonMappingException _ when misfit.getCause() instanceof IOException cause -> noJson(cause);
            default -> "has a value that is not allowed";
        };
    }

    private static String mismatch(MismatchedInputException mismatch) {
        String jackson = mismatch.getOriginalMessage();
        if (MISSING.matcher(jackson).lookingAt()) {
            return "is required";
        }
        if (jackson.startsWith("Trailing token")) {
            return "must be one JSON value, but more follows behind it";
        }
        if (jackson.contains(": Overflow")) {
            return "must be " + range(mismatch.getTargetType());
        }
        return "must be " + ExpectedType.describe(mismatch.getTargetType()) + given(mismatch);
    }

    /** What was given instead, where Jackson tells. */
    private static String given(MismatchedInputException mismatch) {
        if (mismatch instanceof InvalidFormatException format) {
            return ", but is " + quoted(format.getValue());
        }
        Matcher text = NOT_COERCED.matcher(mismatch.getOriginalMessage());
        return text.lookingAt() ? ", but is " + quoted(text.group(1)) : "";
    }

    private static String quoted(@Nullable Object value) {
        String text = Text.printable(String.valueOf(value), QUOTED_CHARACTERS_MAX);
        return value instanceof Number ? text : '"' + text + '"';
    }

    private static String noJson(IOException unreadable) {
        return switch (unreadable) {
            case InputCoercionException overflow -> "must be " + range(overflow.getTargetType());
            case StreamConstraintsException _ -> EXCESSIVE;
            case JsonEOFException endless -> "is not JSON" + at(endless) + ": it ends too early";
            case JsonProcessingException repeated when isRepeatedField(repeated) -> "has a field twice" + at(repeated);
            case JsonProcessingException malformed -> "is not JSON" + at(malformed);
            default -> "is not JSON in UTF-8";
        };
    }

    private static String excessive(StreamReadConstraints limits) {
        return "is nested deeper than %d, or has a number of more than %d digits, a name of more than %d or a text of more than %d characters"
                .formatted(
                        limits.getMaxNestingDepth(),
                        limits.getMaxNumberLength(),
                        limits.getMaxNameLength(),
                        limits.getMaxStringLength());
    }

    private static String range(@Nullable Class<?> type) {
        return type == int.class || type == Integer.class
                ? "a whole number from " + Integer.MIN_VALUE + " to " + Integer.MAX_VALUE
                : "a whole number from " + Long.MIN_VALUE + " to " + Long.MAX_VALUE;
    }

    private static String at(JsonProcessingException malformed) {
        JsonLocation place = malformed.getLocation();
        return place == null ? "" : " at line %d, column %d".formatted(place.getLineNr(), place.getColumnNr());
    }

    private static boolean isRepeatedField(JsonProcessingException fault) {
        return fault.getOriginalMessage().startsWith("Duplicate field");
    }
}
