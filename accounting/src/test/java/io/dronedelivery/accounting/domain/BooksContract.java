package io.dronedelivery.accounting.domain;

import static io.dronedelivery.accounting.domain.Samples.FLAT;
import static io.dronedelivery.accounting.domain.Samples.FLAT_PRICE;
import static io.dronedelivery.accounting.domain.Samples.NOW;
import static io.dronedelivery.accounting.domain.Samples.header;
import static io.dronedelivery.accounting.domain.Samples.hold;
import static io.dronedelivery.accounting.domain.Samples.terms;
import static io.dronedelivery.accounting.domain.ledger.LedgerAccount.AVAILABLE;
import static io.dronedelivery.accounting.domain.ledger.LedgerAccount.BANK;
import static io.dronedelivery.accounting.domain.ledger.LedgerAccount.HELD;
import static io.dronedelivery.accounting.domain.ledger.LedgerAccount.REVENUE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dronedelivery.accounting.domain.ledger.LedgerAccount;
import io.dronedelivery.contracts.Money;
import io.dronedelivery.contracts.Outcome;
import io.dronedelivery.contracts.Outcome.Granted;
import io.dronedelivery.contracts.Outcome.Refused;
import io.dronedelivery.contracts.Refusal;
import io.dronedelivery.contracts.accounting.Accounts.Account;
import io.dronedelivery.contracts.accounting.Accounts.Standing;
import io.dronedelivery.contracts.accounting.Accounts.Terms;
import io.dronedelivery.contracts.accounting.Charges.Charge;
import io.dronedelivery.contracts.accounting.Charges.State;
import io.dronedelivery.contracts.delivery.DeliveryEvent;
import io.dronedelivery.contracts.delivery.DeliveryEvent.DeliveryCompleted;
import io.dronedelivery.contracts.delivery.DeliveryEvent.DeliveryFailed;
import io.dronedelivery.contracts.delivery.DeliveryStatus;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every implementation of Books must do. */
public abstract class BooksContract {
    private static final int AT_ONCE = 40;
    private static final long OPENING_BALANCE = 5 * FLAT_PRICE;

    private final String account = UUID.randomUUID().toString();
    private final String delivery = UUID.randomUUID().toString();

    protected abstract Books books();

    /** The sum over all entries of a customer in a ledger account. */
    protected abstract long sum(String accountId, LedgerAccount ledgerAccount);

    private Customers customers() {
        return new Customers(books(), () -> NOW);
    }

    private Holds holds() {
        return new Holds(books(), FLAT, () -> NOW);
    }

    @Test
    void anOpeningBalanceIsBookedOnceAndTheTermsMayChange() {
        keep(terms(OPENING_BALANCE));

        Account changed = keep(terms(900, 70, Standing.SUSPENDED));

        assertThat(changed.balance().minor()).isEqualTo(OPENING_BALANCE);
        assertThat(changed.available().minor()).isEqualTo(OPENING_BALANCE + 70);
        assertThat(changed.terms()).isEqualTo(terms(OPENING_BALANCE, 70, Standing.SUSPENDED));
        assertThat(account()).isEqualTo(changed);
        assertThat(sum(account, BANK)).isEqualTo(-OPENING_BALANCE);
    }

    @Test
    void theCurrencyOfAnAccountNeverChanges() {
        keep(terms(OPENING_BALANCE));
        Terms inDollars = new Terms("Flora", new Money(OPENING_BALANCE, "USD"), 0, Standing.ACTIVE);
        assertThat(refusal(await(customers().keep(account, inDollars)))).isEqualTo(Refusal.CURRENCY_MISMATCH);
    }

    @Test
    void manyHoldsAtOnceNeverExceedWhatIsAvailable() {
        int covered = 7; // by the opening balance and a credit limit of two and a half prices
        keep(terms(OPENING_BALANCE, 5 * FLAT_PRICE / 2, Standing.ACTIVE));

        List<Outcome<Charge>> outcomes = await(Uni.join()
                .all(IntStream.range(0, AT_ONCE)
                        .mapToObj(number -> holds().hold(delivery + number, 1, hold(account)))
                        .toList())
                .andFailFast());

        assertThat(outcomes).filteredOn(Granted.class::isInstance).hasSize(covered);
        assertThat(outcomes).filteredOn(Refused.class::isInstance).allSatisfy(refused -> assertThat(refusal(refused))
                .isEqualTo(Refusal.INSUFFICIENT_FUNDS));
        assertThat(account().held().minor()).isEqualTo(covered * FLAT_PRICE);
        assertThat(sum(account, HELD)).isEqualTo(covered * FLAT_PRICE);
        assertThat(sum(account, AVAILABLE)).isEqualTo(OPENING_BALANCE - covered * FLAT_PRICE);
    }

    @Test
    void manyRepeatsOfOneHoldAtOnceHoldOnce() {
        keep(terms(OPENING_BALANCE));

        List<Outcome<Charge>> outcomes = await(Uni.join()
                .all(IntStream.range(0, AT_ONCE)
                        .mapToObj(_ -> holds().hold(delivery, 1, hold(account)))
                        .toList())
                .andFailFast());

        assertThat(outcomes).hasOnlyElementsOfType(Granted.class).containsOnly(outcomes.getFirst());
        assertThat(sum(account, HELD)).isEqualTo(FLAT_PRICE);
    }

    @Test
    void aCompletedDeliveryIsCapturedOnceAndInvoiced() {
        keep(terms(OPENING_BALANCE));
        await(holds().hold(delivery, 1, hold(account)));
        DeliveryEvent completed = new DeliveryCompleted(header(delivery, 7, 1, DeliveryStatus.COMPLETED));

        settle(completed);
        settle(completed);

        assertThat(sum(account, REVENUE)).isEqualTo(FLAT_PRICE);
        assertThat(account().balance().minor()).isEqualTo(OPENING_BALANCE - FLAT_PRICE);
        assertThat(account().held().minor()).isZero();
        Charge captured = await(holds().find(delivery)).orElseThrow();
        assertThat(captured.state()).isEqualTo(State.CAPTURED);
        Invoices invoices = new Invoices(books());
        assertThat(await(invoices.invoice(account, YearMonth.parse("2026-11")))).hasValueSatisfying(invoice -> {
            assertThat(invoice.charges()).containsExactly(captured);
            assertThat(invoice.total()).isEqualTo(new Money(FLAT_PRICE, "EUR"));
        });
        assertThat(await(invoices.invoice(account, YearMonth.parse("2026-12"))))
                .hasValueSatisfying(invoice -> assertThat(invoice.charges()).isEmpty());
    }

    @Test
    void aFailedDeliveryCostsNothing() {
        keep(terms(OPENING_BALANCE));
        await(holds().hold(delivery, 1, hold(account)));

        settle(new DeliveryFailed(header(delivery, 7, 1, DeliveryStatus.FAILED), Refusal.FLIGHT_FAILED, "fell"));

        assertThat(await(holds().find(delivery)).orElseThrow().state()).isEqualTo(State.VOIDED);
        assertThat(sum(account, AVAILABLE)).isEqualTo(OPENING_BALANCE);
        assertThat(sum(account, HELD)).isZero();
    }

    @Test
    void anEventThatContradictsItsBillChangesNothingAndMayBeAppliedOnceTheHoldExists() {
        keep(terms(OPENING_BALANCE));
        DeliveryEvent completed = new DeliveryCompleted(header(delivery, 7, 1, DeliveryStatus.COMPLETED));
        assertThatThrownBy(() -> settle(completed)).hasMessageContaining("never held");

        await(holds().hold(delivery, 1, hold(account)));
        settle(completed);

        assertThat(sum(account, REVENUE)).isEqualTo(FLAT_PRICE);
    }

    @Test
    void anUndoWithoutAHoldRefusesALateHold() {
        keep(terms(OPENING_BALANCE));
        await(holds().undo(delivery, 1));
        await(holds().undo(delivery, 1));

        assertThat(refusal(await(holds().hold(delivery, 1, hold(account))))).isEqualTo(Refusal.ATTEMPT_OVERTAKEN);
        assertThat(sum(account, HELD)).isZero();
        assertThat(await(holds().find(delivery))).isEmpty();
    }

    @Test
    void aRefusalIsRepeatedThoughItsReasonIsGone() {
        assertThat(refusal(await(holds().hold(delivery, 1, hold(account))))).isEqualTo(Refusal.ACCOUNT_UNKNOWN);
        keep(terms(OPENING_BALANCE));
        assertThat(refusal(await(holds().hold(delivery, 1, hold(account))))).isEqualTo(Refusal.ACCOUNT_UNKNOWN);
        assertThat(await(holds().hold(delivery, 2, hold(account)))).isInstanceOf(Granted.class);
    }

    private Account keep(Terms terms) {
        return ((Granted<Account>) await(customers().keep(account, terms))).value();
    }

    private Account account() {
        return await(customers().find(account)).orElseThrow();
    }

    private void settle(DeliveryEvent event) {
        await(new Settlement(books()).on(event));
    }

    private static Refusal refusal(Outcome<?> outcome) {
        return ((Refused<?>) outcome).code();
    }

    private static <T> T await(Uni<T> uni) {
        return uni.await().atMost(Duration.ofSeconds(30));
    }
}
