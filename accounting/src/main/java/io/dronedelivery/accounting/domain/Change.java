package io.dronedelivery.accounting.domain;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What a decision makes of a bill.
 *
 * @param bill the bill after it
 * @param transactions what is to be booked with it
 */
public record Change(Bill bill, List<LedgerTransaction> transactions) {
    static Change none(Bill bill) {
        return new Change(bill, List.of());
    }

    /** This, and then what the next makes of it. */
    Change then(Function<Bill, Change> next) {
        Change second = next.apply(bill);
        return new Change(
                second.bill(),
                Stream.concat(transactions.stream(), second.transactions().stream())
                        .toList());
    }
}
