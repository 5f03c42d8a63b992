package io.dronedelivery.testing.invariants;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;

import io.dronedelivery.testing.invariants.Snapshot.LedgerEntry;
import java.util.List;
import java.util.Map;

/** Double entry: every booking sums to zero. */
final class Ledger {
    private Ledger() {}

    static Finding check(Snapshot snapshot) {
        Map<String, Long> sums = snapshot.ledger().stream()
                .collect(groupingBy(
                        entry -> entry.transaction() + " in " + entry.currency(), summingLong(LedgerEntry::minor)));
        List<String> violations = sums.entrySet().stream()
                .filter(sum -> sum.getValue() != 0)
                .map(sum -> "booking " + sum.getKey() + " sums to " + sum.getValue())
                .toList();
        return new Finding(Invariant.LEDGER_BALANCES, sums.size(), violations);
    }
}
