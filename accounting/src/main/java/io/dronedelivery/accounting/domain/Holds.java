package io.dronedelivery.accounting.domain;

import io.dronedelivery.accounting.domain.bill.Bill;
import io.dronedelivery.accounting.domain.bill.Change;
import io.dronedelivery.accounting.domain.bill.HoldDecision;
import io.dronedelivery.accounting.domain.ledger.Balances;
import io.dronedelivery.contracts.Money;
import io.dronedelivery.contracts.Outcome;
import io.dronedelivery.contracts.Outcome.Granted;
import io.dronedelivery.contracts.Outcome.Refused;
import io.dronedelivery.contracts.Refusal;
import io.dronedelivery.contracts.accounting.Accounts.Account;
import io.dronedelivery.contracts.accounting.Charges.Charge;
import io.dronedelivery.contracts.accounting.Charges.Hold;
import io.dronedelivery.contracts.accounting.Charges.Quote;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Holds the price of a delivery, and releases it. */
public final class Holds {
    private final Books books;
    private final Tariff tariff;
    private final InstantSource clock;

    public Holds(Books books, Tariff tariff, InstantSource clock) {
        this.books = books;
        this.tariff = tariff;
        this.clock = clock;
    }

    /** Holds the price for an attempt. A repeat gets the same answer, refusals included. */
    public Uni<Outcome<Charge>> hold(String deliveryId, int attempt, Hold asked) {
        return switch (tariff.quote(asked.basis())) {
            case Refused<Quote> refused -> Uni.createFrom().item(refused.as());
            case Granted<Quote>(Quote quote) ->
                books.hold(
                        deliveryId,
                        asked.accountId(),
                        (bill, account) -> decide(bill, account, attempt, asked.accountId(), quote.price()));
        };
    }

    /** Gives the attempt's money back; from then on no hold is granted under it. */
    public Uni<Void> undo(String deliveryId, int attempt) {
        return books.change(deliveryId, bill -> bill.undo(attempt, clock.instant()));
    }

    /** What the delivery costs; absent where nothing was ever held for it. */
    public Uni<Optional<Charge>> find(String deliveryId) {
        return books.bill(deliveryId).map(found -> found.flatMap(Bill::current));
    }

    private HoldDecision decide(Bill bill, Optional<Account> account, int attempt, String payer, Money price) {
        return bill.answered(attempt)
                .map(answer -> new HoldDecision(Change.withoutBooking(bill), answer))
                .orElseGet(() -> decideAnew(bill, account, attempt, payer, price));
    }

    private HoldDecision decideAnew(Bill bill, Optional<Account> account, int attempt, String payer, Money price) {
        if (bill.accountId() != null && !bill.accountId().equals(payer)) {
            return new HoldDecision(
                    Change.withoutBooking(bill),
                    new Refused<>(Refusal.INVALID, "Another account pays for this delivery."));
        }
        return switch (mayHold(bill, account, payer, price)) {
            case Refused<Money>(Refusal code, String detail) ->
                new HoldDecision(bill.refuse(attempt, payer, code, detail), new Refused<>(code, detail));
            case Granted<Money> _ -> {
                Instant now = clock.instant();
                Change change = bill.hold(attempt, payer, price, now);
                yield new HoldDecision(
                        change, new Granted<>(change.bill().open().orElseThrow()));
            }
        };
    }

    private static Outcome<Money> mayHold(Bill bill, Optional<Account> known, String payer, Money price) {
        if (known.isEmpty()) {
            return new Refused<>(Refusal.ACCOUNT_UNKNOWN, "There is no account " + payer + ".");
        }
        Account account = known.get();
        long replaced = bill.open().map(charge -> charge.amount().minor()).orElse(0L);
        Optional<Refusal> refusal = Balances.refusal(account, price.minor() - replaced);
        if (refusal.equals(Optional.of(Refusal.ACCOUNT_SUSPENDED))) {
            return new Refused<>(Refusal.ACCOUNT_SUSPENDED, "The account " + payer + " is suspended.");
        }
        if (!account.available().currency().equals(price.currency())) {
            return new Refused<>(
                    Refusal.CURRENCY_MISMATCH,
                    "Prices are in " + price.currency() + ", the account is kept in "
                            + account.available().currency() + ".");
        }
        return refusal.isEmpty()
                ? new Granted<>(price)
                : new Refused<>(
                        Refusal.INSUFFICIENT_FUNDS,
                        "The price is " + price.minor() + ", available are "
                                + (account.available().minor() + replaced) + " (minor units of " + price.currency()
                                + ").");
    }
}
