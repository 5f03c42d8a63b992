package io.dronedelivery.accounting.domain;

import io.dronedelivery.accounting.domain.bill.Bill;
import io.dronedelivery.accounting.domain.bill.Change;
import io.dronedelivery.accounting.domain.bill.HoldDecision;
import io.dronedelivery.accounting.domain.ledger.Registration;
import io.dronedelivery.contracts.Outcome;
import io.dronedelivery.contracts.accounting.Accounts.Account;
import io.dronedelivery.contracts.accounting.Charges.Charge;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * The accounts, the bills and the ledger. Each method that takes a decision is one transaction. It is
 * written only if nothing that it was made on has changed; else it is made again. So a decision must be pure.
 */
public interface Books {

    /** Opens an account, or changes its terms. */
    Uni<Outcome<Account>> keep(String accountId, Function<Optional<Account>, Outcome<Registration>> decision);

    /** Decides whether money is held, knowing the bill and the payer's account. */
    Uni<Outcome<Charge>> hold(
            String deliveryId, String accountId, BiFunction<Bill, Optional<Account>, HoldDecision> decision);

    /** Changes a bill. */
    Uni<Void> change(String deliveryId, Function<Bill, Change> decision);

    Uni<Optional<Account>> account(String accountId);

    Uni<Optional<Bill>> bill(String deliveryId);

    /** What an account was charged from a moment on and before another, in the order of capture. */
    Uni<List<Charge>> captured(String accountId, Instant from, Instant before);
}
