package io.dronedelivery.bench.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A line of the first table: what this system reached, beside its reference and its targets.
 *
 * @param name what is compared
 * @param unit the unit of both values
 * @param ours this system's value
 * @param reference the reference's value of the same run; null if there is none
 * @param latency how long the requests took; null if it was not measured
 * @param targets what has to be reached; may be none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Comparison(
        String name,
        String unit,
        double ours,
        @Nullable Double reference,
        @Nullable Latency latency,
        List<Target> targets) {
    static final String HEAD = """
            | compared                                       | unit            |     ours | reference |  ratio | target                 | reached |     p50 |     p99 |   p99.9 |
            |------------------------------------------------|-----------------|---------:|----------:|-------:|------------------------|---------|--------:|--------:|--------:|""";

    /** A value without a reference, a latency or a target yet. */
    public static Comparison of(String name, String unit, double ours) {
        return new Comparison(name, unit, ours, null, null, List.of());
    }

    /** The same beside the reference's value. */
    public Comparison against(double value) {
        return new Comparison(name, unit, ours, value, latency, targets);
    }

    /** The same with a latency. */
    public Comparison taking(Latency measured) {
        return new Comparison(name, unit, ours, reference, measured, targets);
    }

    /** The same with these targets in place of others. */
    public Comparison toReach(Target... wanted) {
        return new Comparison(name, unit, ours, reference, latency, List.of(wanted));
    }

    /** This system's value divided by the reference's; null without a reference. */
    @JsonProperty
    public @Nullable Double ratio() {
        return reference == null ? null : ours / reference;
    }

    /** Whether every target is reached; null without a target. */
    @JsonProperty
    public @Nullable Boolean reached() {
        return targets.isEmpty() ? null : targets.stream().allMatch(target -> target.reachedBy(measured(target)));
    }

    private @Nullable Double measured(Target target) {
        return switch (target.quantity()) {
            case VALUE -> ours;
            case RATIO -> ratio();
            case P99 -> latency == null ? null : latency.p99();
        };
    }

    String line() {
        Double ratio = ratio();
        return "| %-46s | %-15s | %8s | %9s | %6s | %-22s | %-7s | %7s | %7s | %7s |"
                .formatted(
                        name,
                        unit,
                        Report.number(ours),
                        reference == null ? "–" : Report.number(reference),
                        ratio == null ? "–" : String.format(Locale.ROOT, "%.0f %%", ratio * 100),
                        targetWords(),
                        reachedWord(),
                        latency == null ? "–" : Report.number(latency.p50()),
                        latency == null ? "–" : Report.number(latency.p99()),
                        latency == null ? "–" : Report.number(latency.p999()));
    }

    String targetWords() {
        return targets.isEmpty()
                ? "–"
                : String.join(", ", targets.stream().map(Target::words).toList());
    }

    private String reachedWord() {
        Boolean reached = reached();
        return reached == null ? "–" : reached ? "yes" : "no";
    }
}
