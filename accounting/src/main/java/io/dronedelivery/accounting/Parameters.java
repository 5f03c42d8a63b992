package io.dronedelivery.accounting;

import io.dronedelivery.chassis.failure.Problems;
import java.time.YearMonth;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the parameters of requests. */
final class Parameters {
    private static final Pattern MONTH = Pattern.compile("(?!0000)\\d{4}-(0[1-9]|1[0-2])");

    private Parameters() {}

    /** The number of an attempt; the first is 1. */
    static int attempt(int attempt) {
        if (attempt < 1) {
            throw Problems.invalid("attempt", "must be at least 1, but is " + attempt);
        }
        return attempt;
    }

    static YearMonth month(@Nullable String month) {
        if (month == null) {
            throw Problems.invalid("month", "is missing");
        }
        if (!MONTH.matcher(month).matches()) {
            throw Problems.invalid("month", "must be a month such as 2026-11, but is " + month);
        }
        return YearMonth.parse(month);
    }
}
