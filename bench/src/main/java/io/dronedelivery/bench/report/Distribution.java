package io.dronedelivery.bench.report;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A distribution of values.
 *
 * @param sorted the values, the lowest first; at least one
 */
public record Distribution(List<Double> sorted) {
    private static final double HUNDRED = 100;

    /** Refuses an empty distribution. */
    public Distribution {
        if (sorted.isEmpty()) {
            throw new IllegalArgumentException("there is no value");
        }
    }

    /** Sorts the values. */
    public static Distribution of(Collection<Double> values) {
        return new Distribution(values.stream().sorted().toList());
    }

    /** The values of a figure in all rounds. */
    public static Distribution of(List<Map<Figure, Double>> rounds, Figure figure) {
        return of(rounds.stream()
                .map(round -> Objects.requireNonNull(round.get(figure), figure.name()))
                .toList());
    }

    /** The lowest value that at least that percentage of the values does not exceed (nearest rank). */
    public double percentile(double percent) {
        int rank = (int) Math.ceil(percent / HUNDRED * sorted.size());
        return sorted.get(Math.max(rank, 1) - 1);
    }

    /** The median: the middle value, or the mean of the two in the middle. */
    public double median() {
        int upper = sorted.size() / 2;
        int lower = (sorted.size() - 1) / 2;
        return (sorted.get(lower) + sorted.get(upper)) / 2;
    }

    /** The lowest value. */
    public double min() {
        return sorted.getFirst();
    }

    /** The highest value. */
    public double max() {
        return sorted.getLast();
    }

    /** The difference of the highest and the lowest value, divided by the median. */
    public double spread() {
        return (max() - min()) / median();
    }
}
