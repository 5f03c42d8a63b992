package io.dronedelivery.chassis.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import io.dronedelivery.chassis.failure.ProblemException;
import io.dronedelivery.chassis.failure.Problems;
import io.dronedelivery.contracts.Json;
import io.dronedelivery.contracts.Problem.FieldError;
import io.dronedelivery.contracts.Text;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is wrong with JSON, told to whoever sent it: in fields and values, never in our classes or in Jackson's words. */
public final class JsonFaults {
    private static final int QUOTED_CHARACTERS_MAX = 100;
    private static final String EXCESSIVE = excessive(Json.MAPPER.getFactory().streamReadConstraints());

    private JsonFaults() {}

    /** The refusal of JSON that can't be read. */
    public static ProblemException refusal(IOException unreadable, byte[] json) {
        return new ProblemException(Problems.invalid(List.of(of(unreadable, json))));
    }

    /** The field that is wrong, the empty one where it is all of it, and how. */
    public static FieldError of(IOException unreadable, byte[] json) {
        return unreadable instanceof JsonMappingException misfit
                ? new FieldError(pointer(misfit), misfit(misfit, json))
                : new FieldError("", noJson(unreadable, json));
    }

    private static String pointer(JsonMappingException misfit) {
        return misfit.getPath().stream()
                .map(step ->
                        "/" + (step.getFieldName() == null ? String.valueOf(step.getIndex()) : step.getFieldName()))
                .collect(Collectors.joining());
    }

    private static String misfit(JsonMappingException misfit, byte[] json) {
        return switch (misfit) {
            case InvalidTypeIdException kind when kind.getTypeId() == null -> "is an object that lacks its type";
            case InvalidTypeIdException kind -> "is an object of the unknown type " + quoted(kind.getTypeId());
            case MismatchedInputException mismatch -> mismatch(mismatch, json);
            // our own types check themselves, and say what they want
            case ValueInstantiationException _
            when misfit.getCause() instanceof IllegalArgumentException refused -> String.valueOf(refused.getMessage());
            case JsonMappingException _ when misfit.getCause() instanceof IOException cause -> noJson(cause, json);
            default -> "has a value that is not allowed";
        };
    }

    /** Jackson tells only in prose whether anything is given in place of what it expects: so that is looked up. */
    private static String mismatch(MismatchedInputException mismatch, byte[] json) {
        try {
            JsonNode given = Json.MAPPER.readTree(json).at(pointer(mismatch));
            return given.isMissingNode() || given.isNull() ? "is required" : wanted(mismatch, given);
        } catch (MismatchedInputException _) { // a tree has no types: there is only one more thing that can be wrong
            return "must be one JSON value, but more follows behind it";
        } catch (IOException malformed) {
            return noJson(malformed, json);
        }
    }

    private static String wanted(MismatchedInputException mismatch, JsonNode given) {
        Class<?> type = mismatch.getTargetType();
        String wanted = "must be " + ExpectedType.describe(type);
        if (mismatch instanceof InvalidFormatException format) {
            return wanted + ", but is " + quoted(format.getValue());
        }
        return given.isTextual() && ExpectedType.isScalar(type)
                ? wanted + ", but is " + quoted(given.textValue())
                : wanted;
    }

    private static String quoted(@Nullable Object value) {
        String text = Text.printable(String.valueOf(value), QUOTED_CHARACTERS_MAX);
        return value instanceof Number ? text : '"' + text + '"';
    }

    private static String noJson(IOException unreadable, byte[] json) {
        return switch (unreadable) {
            case InputCoercionException overflow -> "must be " + ExpectedType.range(overflow.getTargetType());
            case StreamConstraintsException _ -> EXCESSIVE;
            case JsonEOFException endless -> "is not JSON" + at(endless) + ": it ends too early";
            case JsonProcessingException repeated when isJson(json) -> "has a field twice" + at(repeated);
            case JsonProcessingException malformed -> "is not JSON" + at(malformed);
            default -> "is not JSON in UTF-8";
        };
    }

    /** Whether it can be parsed: then all that a strict parser can mind is a field that comes twice. */
    private static boolean isJson(byte[] json) {
        try {
            Json.MAPPER.readTree(json);
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    private static String excessive(StreamReadConstraints limits) {
        return "is nested deeper than %d, or has a number of more than %d digits, a name of more than %d or a text of more than %d characters"
                .formatted(
                        limits.getMaxNestingDepth(),
                        limits.getMaxNumberLength(),
                        limits.getMaxNameLength(),
                        limits.getMaxStringLength());
    }

    private static String at(JsonProcessingException malformed) {
        JsonLocation place = malformed.getLocation();
        return place == null ? "" : " at line %d, column %d".formatted(place.getLineNr(), place.getColumnNr());
    }
}
