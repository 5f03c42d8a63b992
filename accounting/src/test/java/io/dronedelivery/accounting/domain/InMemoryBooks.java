package io.dronedelivery.accounting.domain;

import io.dronedelivery.accounting.domain.bill.Bill;
import io.dronedelivery.accounting.domain.bill.Change;
import io.dronedelivery.accounting.domain.bill.HoldDecision;
import io.dronedelivery.accounting.domain.ledger.Balances;
import io.dronedelivery.accounting.domain.ledger.LedgerTransaction;
import io.dronedelivery.accounting.domain.ledger.Registration;
import io.dronedelivery.contracts.Outcome;
import io.dronedelivery.contracts.accounting.Accounts.Account;
import io.dronedelivery.contracts.accounting.Charges.Charge;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/** The books in memory: one lock is the transaction. */
public final class InMemoryBooks implements Books {
    private final Map<String, Account> accounts = new LinkedHashMap<>();
    private final Map<String, Bill> bills = new LinkedHashMap<>();
    private final Map<String, LedgerTransaction> ledger = new LinkedHashMap<>();

    /** Every account. */
    public synchronized Collection<Account> accounts() {
        return List.copyOf(accounts.values());
    }

    /** Every bill. */
    public synchronized Collection<Bill> bills() {
        return List.copyOf(bills.values());
    }

    /** Every transaction booked. */
    public synchronized Collection<LedgerTransaction> ledger() {
        return List.copyOf(ledger.values());
    }

    @Override
    public Uni<Outcome<Account>> keep(String accountId, Function<Optional<Account>, Outcome<Registration>> decision) {
        return transaction(() -> {
            Optional<Account> known = Optional.ofNullable(accounts.get(accountId));
            return decision.apply(known).map(registration -> {
                Account kept = registration.of(accountId, known);
                registration.transactions().forEach(this::enter);
                accounts.put(accountId, kept);
                return kept;
            });
        });
    }

    @Override
    public Uni<Outcome<Charge>> hold(
            String deliveryId, String accountId, BiFunction<Bill, Optional<Account>, HoldDecision> decision) {
        return transaction(() -> {
            HoldDecision ruling = decision.apply(known(deliveryId), Optional.ofNullable(accounts.get(accountId)));
            keep(ruling.change());
            return ruling.answer();
        });
    }

    @Override
    public Uni<Void> change(String deliveryId, Function<Bill, Change> decision) {
        return transaction(() -> keep(decision.apply(known(deliveryId)))).replaceWithVoid();
    }

    @Override
    public Uni<Optional<Account>> account(String accountId) {
        return transaction(() -> Optional.ofNullable(accounts.get(accountId)));
    }

    @Override
    public Uni<Optional<Bill>> bill(String deliveryId) {
        return transaction(() -> Optional.ofNullable(bills.get(deliveryId)));
    }

    @Override
    public Uni<List<Charge>> captured(String accountId, Instant from, Instant before) {
        return transaction(() -> bills.values().stream()
                .flatMap(bill -> bill.captured().stream())
                .filter(charge -> charge.accountId().equals(accountId))
                .filter(charge ->
                        !charge.changedAt().isBefore(from) && charge.changedAt().isBefore(before))
                .sorted(Comparator.comparing(Charge::changedAt).thenComparing(Charge::deliveryId))
                .toList());
    }

    private <T> Uni<T> transaction(Supplier<T> work) {
        return Uni.createFrom().item(() -> {
            synchronized (this) {
                return work.get();
            }
        });
    }

    private Bill known(String deliveryId) {
        return bills.getOrDefault(deliveryId, Bill.blank(deliveryId));
    }

    private boolean keep(Change change) {
        change.transactions().forEach(transaction -> {
            enter(transaction);
            accounts.computeIfPresent(transaction.accountId(), (_, account) -> Balances.after(account, transaction));
        });
        bills.put(change.bill().deliveryId(), change.bill());
        return true;
    }

    private void enter(LedgerTransaction transaction) {
        if (ledger.putIfAbsent(transaction.transactionId(), transaction) != null) {
            throw new IllegalStateException("booked twice: " + transaction.transactionId());
        }
    }
}
