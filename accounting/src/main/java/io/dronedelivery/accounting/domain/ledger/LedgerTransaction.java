package io.dronedelivery.accounting.domain.ledger;

import static io.dronedelivery.accounting.domain.ledger.LedgerAccount.AVAILABLE;
import static io.dronedelivery.accounting.domain.ledger.LedgerAccount.BANK;
import static io.dronedelivery.accounting.domain.ledger.LedgerAccount.HELD;
import static io.dronedelivery.accounting.domain.ledger.LedgerAccount.REVENUE;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.dronedelivery.contracts.Money;
import io.dronedelivery.contracts.accounting.Charges.Charge;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Money moved between accounts of the ledger: entries that add up to zero.
 *
 * @param kind why it is moved
 * @param accountId the customer's account
 * @param deliveryId the delivery it is for; absent for an opening
 * @param attempt the attempt at it; 0 for an opening
 * @param currency of every entry
 * @param entries what each ledger account gains or, negative, loses
 * @param at when it was booked
 */
public record LedgerTransaction(
        Kind kind,
        String accountId,
        @Nullable String deliveryId,
        int attempt,
        String currency,
        List<Entry> entries,
        Instant at) {

    /** What money is moved for. */
    public enum Kind {
        OPENING,
        HOLD,
        VOID,
        CAPTURE
    }

    /** What one ledger account gains, in minor units. */
    public record Entry(LedgerAccount account, long minor) {}

    public LedgerTransaction {
        long sum = entries.stream().mapToLong(Entry::minor).sum();
        if (sum != 0) {
            throw new IllegalArgumentException("entries must add up to zero, but add up to " + sum);
        }
        entries = List.copyOf(entries);
    }

    /** Its unique name: each kind is booked at most once for an attempt, an opening once for an account. */
    @JsonProperty
    public String transactionId() {
        return deliveryId == null ? kind + "/" + accountId : kind + "/" + deliveryId + "/" + attempt;
    }

    /** By how much it changes the account's ledger account. */
    public long gainOf(LedgerAccount account) {
        return entries.stream()
                .filter(entry -> entry.account() == account)
                .mapToLong(Entry::minor)
                .sum();
    }

    /** By how much it changes the account's balance, which is what is available without credit and what is held. */
    public long balanceGain() {
        return gainOf(AVAILABLE) + gainOf(HELD);
    }

    public static LedgerTransaction opening(String accountId, Money paidIn, Instant at) {
        return new LedgerTransaction(
                Kind.OPENING, accountId, null, 0, paidIn.currency(), moved(paidIn.minor(), BANK, AVAILABLE), at);
    }

    public static LedgerTransaction hold(Charge charge) {
        return of(Kind.HOLD, charge, AVAILABLE, HELD);
    }

    public static LedgerTransaction release(Charge charge) {
        return of(Kind.VOID, charge, HELD, AVAILABLE);
    }

    public static LedgerTransaction capture(Charge charge) {
        return of(Kind.CAPTURE, charge, HELD, REVENUE);
    }

    /** Captures what is no longer held. */
    public static LedgerTransaction captureUnheld(Charge charge) {
        return of(Kind.CAPTURE, charge, AVAILABLE, REVENUE);
    }

    private static LedgerTransaction of(Kind kind, Charge charge, LedgerAccount from, LedgerAccount to) {
        Money amount = charge.amount();
        return new LedgerTransaction(
                kind,
                charge.accountId(),
                charge.deliveryId(),
                charge.attempt(),
                amount.currency(),
                moved(amount.minor(), from, to),
                charge.changedAt());
    }

    private static List<Entry> moved(long minor, LedgerAccount from, LedgerAccount to) {
        return List.of(new Entry(from, -minor), new Entry(to, minor));
    }
}
