package io.dronedelivery.chassis.failure;

import static java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Reads the header <code>Retry-After</code> (RFC 9110, section 10.2.3). */
final class RetryAfter {
    /** No answer puts its caller off for longer: a garbled number must not park a request for ever. */
    static final Duration LONGEST = Duration.ofHours(1);

    private RetryAfter() {}

    /**
     * How long to wait; zero where the header says nothing that can be understood. A moment is taken relative to the
     * answer's own date, so that it does not matter what our clock says.
     *
     * @param header seconds, or a moment
     * @param date the header <code>Date</code> of the same answer
     */
    static Duration of(@Nullable String header, @Nullable String date) {
        if (header == null) {
            return Duration.ZERO;
        }
        try {
            return within(isNumber(header) ? Duration.ofSeconds(Long.parseLong(header)) : until(header, date));
        } catch (DateTimeException | NumberFormatException garbled) {
            return Duration.ZERO;
        }
    }

    private static boolean isNumber(String header) {
        return header.chars().allMatch(Character::isDigit);
    }

    private static Duration until(String moment, @Nullable String date) {
        return date == null ? Duration.ZERO : Duration.between(instant(date), instant(moment));
    }

    private static Instant instant(String httpDate) {
        return Instant.from(RFC_1123_DATE_TIME.parse(httpDate));
    }

    private static Duration within(Duration asked) {
        if (asked.isNegative()) {
            return Duration.ZERO;
        }
        return asked.compareTo(LONGEST) > 0 ? LONGEST : asked;
    }
}
