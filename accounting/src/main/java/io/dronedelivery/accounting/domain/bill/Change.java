package io.dronedelivery.accounting.domain.bill;

import io.dronedelivery.accounting.domain.ledger.LedgerTransaction;
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
    public static Change withoutBooking(Bill bill) {
        return new Change(bill, List.of());
    }

    /** This change, and then the next one. */
    Change then(Function<Bill, Change> next) {
        Change second = next.apply(bill);
        return new Change(
                second.bill(),
                Stream.concat(transactions.stream(), second.transactions().stream())
                        .toList());
    }
}
