package io.dronedelivery.system.simulation;

import io.dronedelivery.contracts.delivery.Attempts.Closed;
import io.dronedelivery.contracts.scheduler.CompensationRequested.Step;
import io.dronedelivery.testing.invariants.Snapshot.Holding;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Sees that an attempt is undone only after delivery has given it up, and in the reverse order of its doing; and that what
 * is undone stays undone, whoever asks for it late.
 */
final class UndoOrder {
    private static final Map<Step, Holding.Kind> HELD_BY = Map.of(
            Step.HOLD_MONEY, Holding.Kind.MONEY,
            Step.REGISTER_PACKAGE, Holding.Kind.PACKAGE,
            Step.RESERVE_DRONE, Holding.Kind.DRONE,
            Step.BOOK_SHIPMENT, Holding.Kind.SHIPMENT);

    private final World world;
    private final Supplier<List<Holding>> holdings;
    private final Set<String> givenUp = new HashSet<>();
    private final Map<String, Set<Step>> begun = new HashMap<>();
    private final Map<String, Set<Step>> undone = new HashMap<>();

    /**
     * @param holdings what all services hold now
     */
    UndoOrder(World world, Supplier<List<Holding>> holdings) {
        this.world = world;
        this.holdings = holdings;
    }

    /** Delivery has answered a closure. */
    void closed(String deliveryId, int attempt, Closed answer) {
        if (answer.undo()) {
            givenUp.add(key(deliveryId, attempt));
        }
    }

    /** An undo has arrived at its service. */
    void undoing(Step step, String deliveryId, int attempt) {
        String key = key(deliveryId, attempt);
        if (!givenUp.contains(key)) {
            accuse("UNDONE_AFTER_CLOSING", key + " undoes " + step + " of an attempt that was not given up");
        }
        Set<Step> before = steps(begun, key);
        if (before.add(step) && before.stream().anyMatch(earlier -> earlier.compareTo(step) < 0)) {
            accuse("UNDONE_IN_REVERSE", key + " undoes " + step + " when undone are " + before);
        }
    }

    /** The service has answered that it is undone. */
    void undone(Step step, String deliveryId, int attempt) {
        steps(undone, key(deliveryId, attempt)).add(step);
        staysUndone(step, deliveryId, attempt);
    }

    /** A service has answered somebody who asked for the step to be done. */
    void answered(Step step, String deliveryId, int attempt) {
        staysUndone(step, deliveryId, attempt);
    }

    private void staysUndone(Step step, String deliveryId, int attempt) {
        String key = key(deliveryId, attempt);
        if (steps(undone, key).contains(step) && holds(step, deliveryId, attempt)) {
            accuse("UNDONE_FOR_GOOD", key + " holds what was undone: " + step);
        }
    }

    private boolean holds(Step step, String deliveryId, int attempt) {
        return holdings.get().stream()
                .anyMatch(holding -> holding.kind() == HELD_BY.get(step)
                        && holding.deliveryId().equals(deliveryId)
                        && holding.attempt() == attempt);
    }

    private static Set<Step> steps(Map<String, Set<Step>> all, String key) {
        return all.computeIfAbsent(key, _ -> EnumSet.noneOf(Step.class));
    }

    private static String key(String deliveryId, int attempt) {
        return deliveryId + "/" + attempt;
    }

    private void accuse(String rule, String what) {
        world.accuse(new Violation(rule, what));
    }
}
