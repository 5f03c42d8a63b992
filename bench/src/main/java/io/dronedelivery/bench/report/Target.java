package io.dronedelivery.bench.report;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a comparison has to show.
 *
 * @param quantity what has a bound
 * @param bound the worst that is good enough, in the unit of the comparison; for {@link Quantity#P99} milliseconds
 * @param most whether the bound is the most, and not the least
 */
public record Target(Quantity quantity, double bound, boolean most) {
    /** What a bound is set to. */
    public enum Quantity {
        VALUE,
        RATIO,
        P99
    }

    /** The value is at least that. */
    public static Target atLeast(double value) {
        return new Target(Quantity.VALUE, value, false);
    }

    /** The value is at most that. */
    public static Target atMost(double value) {
        return new Target(Quantity.VALUE, value, true);
    }

    /** The value divided by the reference's is at least that. */
    public static Target ratioAtLeast(double ratio) {
        return new Target(Quantity.RATIO, ratio, false);
    }

    /** 99 of a hundred requests take at most so many milliseconds. */
    public static Target p99AtMost(double millis) {
        return new Target(Quantity.P99, millis, true);
    }

    /** Whether it is reached; a quantity that was not measured reaches nothing. */
    boolean reachedBy(@Nullable Double measured) {
        return measured != null && (most ? measured <= bound : measured >= bound);
    }

    String words() {
        String sign = most ? "≤ " : "≥ ";
        return switch (quantity) {
            case VALUE -> sign + Report.number(bound);
            case RATIO -> sign + String.format(Locale.ROOT, "%.0f %%", bound * 100);
            case P99 -> "p99 " + sign + Report.number(bound) + " ms";
        };
    }
}
