package io.dronedelivery.chassis.failure;

import io.dronedelivery.contracts.Outcome;
import io.dronedelivery.contracts.Outcome.Granted;
import io.dronedelivery.contracts.Outcome.Refused;
import io.dronedelivery.contracts.Problem;
import io.dronedelivery.contracts.Problem.FieldError;
import io.dronedelivery.contracts.Refusal;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The one place that turns refusals into HTTP. */
public final class Problems {
    private static final String TYPE_PREFIX = "/problems/";
    private static final int UNPROCESSABLE_CONTENT = 422;
    private static final int BYTES_PER_KIB = 1024;

    private Problems() {}

    /** What was granted. Throws a {@link ProblemException} where it was refused. */
    public static <T> T granted(Outcome<T> outcome) {
        return switch (outcome) {
            case Granted<T>(T value) -> value;
            case Refused<T>(Refusal code, String detail) -> throw new ProblemException(code, detail);
        };
    }

    /**
     * What was found. Throws a {@link ProblemException} of 404 where nothing was.
     *
     * @param detail what the problem says then
     */
    public static <T> T found(Optional<T> sought, String detail) {
        return sought.orElseThrow(() -> new ProblemException(Refusal.NOT_FOUND, detail));
    }

    /** The problem detail of a refusal. */
    public static Problem of(Refusal code, String detail) {
        return new Problem(type(code.name()), title(code.name()), status(code), detail, code, null, null);
    }

    /** A problem that is no refusal: a wrong method, say. */
    public static Problem of(int status, String kind, String detail) {
        return new Problem(type(kind), title(kind), status, detail, null, null, null);
    }

    /** 400: these fields are wrong. */
    public static Problem invalid(List<FieldError> errors) {
        String detail = errors.size() == 1
                ? sentence(errors.getFirst())
                : errors.size() + " fields are wrong; mend each and send the request again.";
        Problem plain = of(Refusal.INVALID, detail);
        return new Problem(plain.type(), plain.title(), plain.status(), plain.detail(), Refusal.INVALID, errors, null);
    }

    private static String sentence(FieldError error) {
        return (error.field().isEmpty() ? "The body" : error.field() + ":") + " " + error.message();
    }

    /** 400: this field is wrong. */
    public static ProblemException invalid(String field, String message) {
        return new ProblemException(invalid(List.of(new FieldError(field, message))));
    }

    /** 413: the body is larger than this. */
    public static Problem tooLarge(long bytesMax) {
        return of(413, "CONTENT_TOO_LARGE", "The body must be at most %d KiB.".formatted(bytesMax / BYTES_PER_KIB));
    }

    private static int status(Refusal code) {
        return switch (code) {
            case NOT_FOUND -> 404;
            case INVALID -> 400;
            case ALREADY_PICKED_UP, BEING_RECOVERED, ALREADY_ENDED, ATTEMPT_OVERTAKEN -> 409;
            case KEY_REUSED,
                    ACCOUNT_UNKNOWN,
                    ACCOUNT_SUSPENDED,
                    INSUFFICIENT_FUNDS,
                    CURRENCY_MISMATCH,
                    TOO_HEAVY_FOR_DRONES,
                    OUT_OF_DRONE_RANGE,
                    NO_DRONE_IN_TIME,
                    NO_CARRIER,
                    DEADLINE_PASSED,
                    WRONG_CONFIRMATION,
                    CARRIER_FAILED,
                    FLIGHT_FAILED,
                    OVERDUE,
                    MALFORMED_ANSWER,
                    UNAVAILABLE -> UNPROCESSABLE_CONTENT;
        };
    }

    private static URI type(String kind) {
        return URI.create(TYPE_PREFIX + kind.toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    private static String title(String kind) {
        String words = kind.toLowerCase(Locale.ROOT).replace('_', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
