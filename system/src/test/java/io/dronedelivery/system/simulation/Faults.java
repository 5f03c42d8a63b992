package io.dronedelivery.system.simulation;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * When what goes wrong. Every thing that may go wrong has a random source of its own: whatever is left out, the rest goes wrong as it
 * did.
 */
final class Faults {
    /** Each run is without some kinds of faults: what some of them prevent, others may break. */
    private static final double LEFT_OUT = 0.25;

    private record Risk(Fault fault, String key) {}

    private final Scenario scenario;
    private final Map<Fault, Double> probabilities = new EnumMap<>(Fault.class);
    private final Map<Risk, RandomSource> randomSource = new HashMap<>();
    private final Map<String, Integer> counts = new TreeMap<>();
    private int left;
    private int strikes;

    Faults(Scenario scenario) {
        this.scenario = scenario;
        this.left = scenario.strikesMax();
        for (Fault fault : scenario.faults()) {
            RandomSource own = scenario.randomSource(fault.name());
            probabilities.put(fault, own.chance(LEFT_OUT) ? 0 : own.random().nextDouble() * fault.probabilityMax());
        }
    }

    /**
     * Whether it goes wrong this time.
     *
     * @param where by what it is counted
     * @param key what it happens to: the same has the same luck, whatever becomes of everything else
     */
    boolean strike(Fault fault, String where, String key) {
        Double probability = probabilities.get(fault);
        if (probability == null
                || left == 0
                || !randomSource
                        .computeIfAbsent(
                                new Risk(fault, key), risk -> scenario.randomSource(risk.fault + " " + risk.key))
                        .chance(probability)) {
            return false;
        }
        left--;
        strikes++;
        counts.merge(fault + " " + where, 1, Integer::sum);
        return true;
    }

    /** From now on nothing goes wrong any more. */
    void end() {
        left = 0;
    }

    /** How often what went wrong where. */
    Map<String, Integer> counts() {
        return counts;
    }

    int strikes() {
        return strikes;
    }
}
