package io.dronedelivery.local.bench.measurement;

import java.util.Collection;
import java.util.List;

/**
 * Values of the same thing.
 *
 * @param sorted the lowest first; at least one
 */
public record Distribution(List<Double> sorted) {
    private static final double HUNDRED = 100;

    public Distribution {
        if (sorted.isEmpty()) {
            throw new IllegalArgumentException("there is no value");
        }
    }

    public static Distribution of(Collection<Double> values) {
        return new Distribution(values.stream().sorted().toList());
    }

    /** The lowest value that is not exceeded by so many percent of the values (nearest rank). */
    public double percentile(double percent) {
        int rank = (int) Math.ceil(percent / HUNDRED * sorted.size());
        return sorted.get(Math.max(rank, 1) - 1);
    }

    /** The middle one, or between the two in the middle. */
    public double median() {
        int upper = sorted.size() / 2;
        int lower = (sorted.size() - 1) / 2;
        return (sorted.get(lower) + sorted.get(upper)) / 2;
    }

    double min() {
        return sorted.getFirst();
    }

    double max() {
        return sorted.getLast();
    }

    /** How far apart the lowest and the highest are, as a part of the median. */
    double spread() {
        return (max() - min()) / median();
    }
}
