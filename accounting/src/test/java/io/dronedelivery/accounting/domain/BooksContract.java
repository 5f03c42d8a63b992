package io.dronedelivery.accounting.domain;

import static io.dronedelivery.accounting.domain.LedgerAccount.AVAILABLE;
import static io.dronedelivery.accounting.domain.LedgerAccount.BANK;
import static io.dronedelivery.accounting.domain.LedgerAccount.HELD;
import static io.dronedelivery.accounting.domain.LedgerAccount.REVENUE;
import static io.dronedelivery.accounting.domain.Samples.FLAT;
import static io.dronedelivery.accounting.domain.Samples.NOW;
import static io.dronedelivery.accounting.domain.Samples.header;
import static io.dronedelivery.accounting.domain.Samples.hold;
import static io.dronedelivery.accounting.domain.Samples.terms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the books must do, wherever they are kept. */
public abstract class BooksContract {
    private static final int AT_ONCE = 40;

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
        keep(terms(500));

        Account changed = keep(terms(900, 70, Standing.SUSPENDED));

        assertThat(changed.balance().minor()).isEqualTo(500);
        assertThat(changed.available().minor()).isEqualTo(570);
        assertThat(changed.terms()).isEqualTo(terms(500, 70, Standing.SUSPENDED));
        assertThat(account()).isEqualTo(changed);
        assertThat(sum(account, BANK)).isEqualTo(-500);
    }

    @Test
    void theCurrencyOfAnAccountIsForGood() {
        keep(terms(500));
        Terms inDollars = new Terms("Flora", new Money(500, "USD"), 0, Standing.ACTIVE);
        assertThat(refusal(await(customers().keep(account, inDollars)))).isEqualTo(Refusal.CURRENCY_MISMATCH);
    }

    @Test
    void manyHoldsAtOnceNeverExceedWhatIsAvailable() {
        keep(terms(500, 250, Standing.ACTIVE));

        List<Outcome<Charge>> outcomes = await(Uni.join()
                .all(IntStream.range(0, AT_ONCE)
                        .mapToObj(number -> holds().hold(delivery + number, 1, hold(account)))
                        .toList())
                .andFailFast());

        assertThat(outcomes).filteredOn(Granted.class::isInstance).hasSize(7);
        assertThat(outcomes).filteredOn(Refused.class::isInstance).allSatisfy(refused -> assertThat(refusal(refused))
                .isEqualTo(Refusal.INSUFFICIENT_FUNDS));
        assertThat(account().held().minor()).isEqualTo(700);
        assertThat(sum(account, HELD)).isEqualTo(700);
        assertThat(sum(account, AVAILABLE)).isEqualTo(-200);
    }

    @Test
    void manyRepeatsOfOneHoldAtOnceHoldOnce() {
        keep(terms(500));

        List<Outcome<Charge>> outcomes = await(Uni.join()
                .all(IntStream.range(0, AT_ONCE)
                        .mapToObj(_ -> holds().hold(delivery, 1, hold(account)))
                        .toList())
                .andFailFast());

        assertThat(outcomes).hasOnlyElementsOfType(Granted.class).containsOnly(outcomes.getFirst());
        assertThat(sum(account, HELD)).isEqualTo(100);
    }

    @Test
    void aCompletedDeliveryIsCapturedOnceAndInvoiced() {
        keep(terms(500));
        await(holds().hold(delivery, 1, hold(account)));
        DeliveryEvent completed = new DeliveryCompleted(header(delivery, 7, 1, DeliveryStatus.COMPLETED));

        settle(completed);
        settle(completed);

        assertThat(sum(account, REVENUE)).isEqualTo(100);
        assertThat(account().balance().minor()).isEqualTo(400);
        assertThat(account().held().minor()).isZero();
        Charge captured = await(holds().find(delivery)).orElseThrow();
        assertThat(captured.state()).isEqualTo(State.CAPTURED);
        Invoices invoices = new Invoices(books());
        assertThat(await(invoices.invoice(account, YearMonth.parse("2026-11")))).hasValueSatisfying(invoice -> {
            assertThat(invoice.charges()).containsExactly(captured);
            assertThat(invoice.total()).isEqualTo(new Money(100, "EUR"));
        });
        assertThat(await(invoices.invoice(account, YearMonth.parse("2026-12"))))
                .hasValueSatisfying(invoice -> assertThat(invoice.charges()).isEmpty());
    }

    @Test
    void aFailedDeliveryCostsNothing() {
        keep(terms(500));
        await(holds().hold(delivery, 1, hold(account)));

        settle(new DeliveryFailed(header(delivery, 7, 1, DeliveryStatus.FAILED), Refusal.FLIGHT_FAILED, "fell"));

        assertThat(await(holds().find(delivery)).orElseThrow().state()).isEqualTo(State.VOIDED);
        assertThat(sum(account, AVAILABLE)).isEqualTo(500);
        assertThat(sum(account, HELD)).isZero();
    }

    @Test
    void aContradictionLeavesNoTraceAndMayBeAppliedOnceMended() {
        keep(terms(500));
        DeliveryEvent completed = new DeliveryCompleted(header(delivery, 7, 1, DeliveryStatus.COMPLETED));
        assertThatThrownBy(() -> settle(completed)).hasMessageContaining("never held");

        await(holds().hold(delivery, 1, hold(account)));
        settle(completed);

        assertThat(sum(account, REVENUE)).isEqualTo(100);
    }

    @Test
    void anUndoOfWhatNeverWasFencesALateHold() {
        keep(terms(500));
        await(holds().undo(delivery, 1));
        await(holds().undo(delivery, 1));

        assertThat(refusal(await(holds().hold(delivery, 1, hold(account))))).isEqualTo(Refusal.ATTEMPT_OVERTAKEN);
        assertThat(sum(account, HELD)).isZero();
        assertThat(await(holds().find(delivery))).isEmpty();
    }

    @Test
    void aRefusalIsRepeatedThoughItsReasonIsGone() {
        assertThat(refusal(await(holds().hold(delivery, 1, hold(account))))).isEqualTo(Refusal.ACCOUNT_UNKNOWN);
        keep(terms(500));
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
        return uni.await().atMost(java.time.Duration.ofSeconds(30));
    }
}
