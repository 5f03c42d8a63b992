package io.dronedelivery.accounting.domain;

import static io.dronedelivery.accounting.domain.ledger.LedgerAccount.AVAILABLE;
import static io.dronedelivery.accounting.domain.ledger.LedgerAccount.HELD;
import static org.assertj.core.api.Assertions.assertThat;

import io.dronedelivery.accounting.domain.bill.Bill;
import io.dronedelivery.accounting.domain.ledger.LedgerTransaction;
import io.dronedelivery.accounting.domain.ledger.LedgerTransaction.Kind;
import io.dronedelivery.contracts.Money;
import io.dronedelivery.contracts.accounting.Accounts.Account;
import io.dronedelivery.contracts.accounting.Charges.Charge;
import java.util.Collection;
import java.util.function.ToLongFunction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is done in whatever order, the books are in order after each step. A failing seed replays. */
class LedgerPropertiesTest {
    private static final int RUNS = 50;
    private static final int OPERATIONS = 300;

    @ParameterizedTest
    @ValueSource(longs = {1, 20_000, 300_000_000})
    void theBooksBalanceAfterEveryOperation(long firstSeed) {
        for (long seed = firstSeed; seed < firstSeed + RUNS; seed++) {
            RandomOperations operations = new RandomOperations(seed);
            for (int step = 0; step < OPERATIONS; step++) {
                String what = "seed " + seed + ", step " + step + ": " + operations.step();
                operations
                        .books()
                        .accounts()
                        .forEach(account -> followsFromTheLedger(what, operations.books(), account));
                operations.books().bills().forEach(bill -> isInOrder(what, operations.books(), bill));
            }
        }
    }

    private static void followsFromTheLedger(String what, InMemoryBooks books, Account account) {
        long available = sum(books.ledger(), account, transaction -> transaction.gainOf(AVAILABLE));
        long held = sum(books.ledger(), account, transaction -> transaction.gainOf(HELD));
        assertThat(account.balance().minor()).as(what).isEqualTo(available + held);
        assertThat(account.held().minor()).as(what).isEqualTo(held).isEqualTo(openHolds(books, account));
        assertThat(account.available().minor())
                .as(what)
                .isEqualTo(available + account.terms().creditLimitMinor());
    }

    private static long sum(
            Collection<LedgerTransaction> ledger, Account account, ToLongFunction<LedgerTransaction> gain) {
        return ledger.stream()
                .filter(transaction -> transaction.accountId().equals(account.accountId()))
                .mapToLong(gain)
                .sum();
    }

    private static long openHolds(InMemoryBooks books, Account account) {
        return books.bills().stream()
                .flatMap(bill -> bill.open().stream())
                .filter(charge -> charge.accountId().equals(account.accountId()))
                .map(Charge::amount)
                .mapToLong(Money::minor)
                .sum();
    }

    private static void isInOrder(String what, InMemoryBooks books, Bill bill) {
        if (bill.ended()) {
            assertThat(bill.open()).as(what).isEmpty();
        }
        long captures = books.ledger().stream()
                .filter(transaction -> transaction.kind() == Kind.CAPTURE)
                .filter(transaction -> bill.deliveryId().equals(transaction.deliveryId()))
                .count();
        assertThat(captures).as(what).isEqualTo(bill.captured().isPresent() ? 1 : 0);
    }
}
