package io.dronedelivery.system.simulation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Looks for the smallest scenario in which something still goes wrong in the same way: fewer deliveries, fewer kinds of
 * faults, fewer faults. Everything is tried anew and kept only where it was seen to go wrong.
 */
final class Shrinking {
    private final Predicate<Scenario> stillWrong;
    private int runsLeft;

    /**
     * @param runsMax tries so many scenarios at most
     */
    Shrinking(Predicate<Scenario> stillWrong, int runsMax) {
        this.stillWrong = stillWrong;
        this.runsLeft = runsMax;
    }

    /** The smallest scenario that was found; the given one where none is smaller. */
    Scenario shrink(Scenario wrong) {
        Scenario fewer = wrong;
        Scenario before;
        do {
            before = fewer;
            fewer = fewerStrikes(fewerFaults(fewerDeliveries(fewer)));
        } while (!fewer.equals(before));
        return fewer;
    }

    private Scenario fewerDeliveries(Scenario wrong) {
        return fewer(wrong, wrong.deliveries(), rest -> wrong.with(wrong.faults(), rest, wrong.strikesMax()));
    }

    private Scenario fewerFaults(Scenario wrong) {
        return fewer(wrong, wrong.faults(), rest -> wrong.with(rest, wrong.deliveries(), wrong.strikesMax()));
    }

    /** Leaves out halves, then quarters, down to single ones. */
    private <T extends Comparable<T>> Scenario fewer(
            Scenario wrong, Collection<T> all, Function<Set<T>, Scenario> having) {
        Scenario smallest = wrong;
        List<T> needed = new ArrayList<>(all);
        for (int size = (needed.size() + 1) / 2; size > 0; size = size == 1 ? 0 : (size + 1) / 2) {
            for (int from = 0; from < needed.size(); ) {
                Set<T> rest = new TreeSet<>(needed);
                List<T> left = List.copyOf(needed.subList(from, Math.min(from + size, needed.size())));
                rest.removeAll(Set.copyOf(left));
                if (isWrong(having.apply(rest))) {
                    smallest = having.apply(rest);
                    needed.removeAll(left);
                } else {
                    from += size;
                }
            }
        }
        return smallest;
    }

    /** Halves the way between enough and too few: with as many as in the run itself, everything happens as in it. */
    private Scenario fewerStrikes(Scenario wrong) {
        int enough = wrong.strikesMax();
        int tooFew = -1;
        while (enough - tooFew > 1) {
            int tried = (tooFew + enough) / 2;
            if (isWrong(wrong.with(wrong.faults(), wrong.deliveries(), tried))) {
                enough = tried;
            } else {
                tooFew = tried;
            }
        }
        return wrong.with(wrong.faults(), wrong.deliveries(), enough);
    }

    private boolean isWrong(Scenario scenario) {
        return runsLeft-- > 0 && stillWrong.test(scenario);
    }
}
