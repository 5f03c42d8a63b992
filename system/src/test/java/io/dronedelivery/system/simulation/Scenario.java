package io.dronedelivery.system.simulation;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * All that a run depends on.
 *
 * @param seed what chance brings
 * @param faults what may go wrong
 * @param deliveries which of the customers' deliveries are ordered, by number
 * @param strikesMax after so many faults nothing goes wrong any more
 */
record Scenario(long seed, Set<Fault> faults, Set<Integer> deliveries, int strikesMax) {
    static final int DELIVERIES = 7;
    private static final String PROPERTY = "simulation.";
    private static final Set<Fault> EVERY_FAULT = Collections.unmodifiableSet(EnumSet.allOf(Fault.class));

    Scenario {
        faults = Collections.unmodifiableSet(faults.isEmpty() ? EnumSet.noneOf(Fault.class) : EnumSet.copyOf(faults));
        deliveries = Collections.unmodifiableSet(new TreeSet<>(deliveries));
    }

    /** With everything that customers ask for, and everything that may go wrong. */
    static Scenario faulty(long seed) {
        return new Scenario(seed, EVERY_FAULT, allDeliveries(), Integer.MAX_VALUE);
    }

    /** Where nothing goes wrong. */
    static Scenario calm(long seed) {
        return new Scenario(seed, EnumSet.noneOf(Fault.class), allDeliveries(), 0);
    }

    /** The one that the system's properties ask for, in the words of {@link #toString}. */
    static Scenario asked() {
        Scenario all = faulty(Long.getLong(PROPERTY + "seed", 1));
        return new Scenario(
                all.seed,
                listed("faults", all.faults, Fault::valueOf),
                listed("deliveries", all.deliveries, Integer::valueOf),
                Integer.getInteger(PROPERTY + "strikes", all.strikesMax));
    }

    private static <T> Set<T> listed(String name, Set<T> otherwise, Function<String, T> read) {
        String list = System.getProperty(PROPERTY + name);
        return list == null ? otherwise : read(list, read);
    }

    private static <T> Set<T> read(String list, Function<String, T> read) {
        return Arrays.stream(list.split(",", -1))
                .filter(word -> !word.isEmpty())
                .map(read)
                .collect(toCollection(TreeSet::new));
    }

    private static Set<Integer> allDeliveries() {
        return IntStream.rangeClosed(1, DELIVERIES).boxed().collect(toCollection(TreeSet::new));
    }

    Scenario with(Set<Fault> fewerFaults, Set<Integer> fewerDeliveries, int fewerStrikes) {
        return new Scenario(seed, fewerFaults, fewerDeliveries, fewerStrikes);
    }

    /** The same for the same purpose, whatever else happens. */
    RandomSource randomSource(String purpose) {
        return new RandomSource(new SplittableRandom(seed + ((long) purpose.hashCode() << Integer.SIZE)));
    }

    /** The properties that have it happen again. */
    @Override
    public String toString() {
        return property("seed", String.valueOf(seed))
                + property("faults", faults.equals(EVERY_FAULT) ? null : list(faults))
                + property("deliveries", deliveries.size() == DELIVERIES ? null : list(deliveries))
                + property("strikes", strikesMax == Integer.MAX_VALUE ? null : String.valueOf(strikesMax));
    }

    private static String property(String name, @Nullable String value) {
        String separator = name.equals("seed") ? "" : " ";
        return value == null ? "" : separator + "-D" + PROPERTY + name + "=" + value;
    }

    private static String list(Collection<?> values) {
        return values.stream().map(String::valueOf).collect(joining(","));
    }
}
