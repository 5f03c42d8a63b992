package io.dronedelivery.testing.invariants;

import static java.util.stream.Collectors.toSet;

import io.dronedelivery.testing.invariants.Snapshot.Holding;
import io.dronedelivery.testing.invariants.Snapshot.StoredDelivery;
import java.util.List;
import java.util.Set;

/** A delivery that has ended holds nothing. */
final class Leftovers {
    private Leftovers() {}

    static Finding check(Snapshot snapshot) {
        Set<String> ended = snapshot.deliveries().stream()
                .filter(delivery -> delivery.status().terminal())
                .map(StoredDelivery::deliveryId)
                .collect(toSet());
        List<String> violations = snapshot.holdings().stream()
                .filter(holding -> ended.contains(holding.deliveryId()))
                .map(Leftovers::describe)
                .toList();
        return new Finding(Invariant.NOTHING_HELD_AFTER_THE_END, ended.size(), violations);
    }

    private static String describe(Holding holding) {
        return holding.deliveryId() + " has ended, but attempt " + holding.attempt() + " still holds " + holding.kind()
                + " " + holding.holder();
    }
}
