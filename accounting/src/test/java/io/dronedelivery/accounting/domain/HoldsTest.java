package io.dronedelivery.accounting.domain;

import static io.dronedelivery.accounting.domain.Samples.FLAT;
import static io.dronedelivery.accounting.domain.Samples.FLAT_PRICE;
import static io.dronedelivery.accounting.domain.Samples.NOW;
import static io.dronedelivery.accounting.domain.Samples.header;
import static io.dronedelivery.accounting.domain.Samples.terms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import io.dronedelivery.contracts.delivery.DeliveryEvent.DeliveryCancelled;
import io.dronedelivery.contracts.delivery.DeliveryEvent.DeliveryCompleted;
import io.dronedelivery.contracts.delivery.DeliveryStatus;
import org.junit.jupiter.api.Test;

class HoldsTest {
    private final InMemoryBooks books = new InMemoryBooks();
    private final Customers customers = new Customers(books, () -> NOW);
    private final Holds holds = new Holds(books, FLAT, () -> NOW);
    private final Settlement settlement = new Settlement(books);

    @Test
    void aLaterAttemptReplacesTheHoldOfAnEarlierOne() {
        keep(terms(FLAT_PRICE));
        assertThat(hold(1)).isInstanceOf(Granted.class);
        assertThat(hold(2)).isInstanceOf(Granted.class);
        assertThat(account().held().minor()).isEqualTo(FLAT_PRICE);
        assertThat(refusal(hold(1))).isEqualTo(Refusal.ATTEMPT_OVERTAKEN);
    }

    @Test
    void aRefusedLaterAttemptLeavesTheEarlierHoldAlone() {
        keep(terms(FLAT_PRICE));
        hold(1);
        keep(terms(FLAT_PRICE, 0, Standing.SUSPENDED));
        assertThat(refusal(hold(2))).isEqualTo(Refusal.ACCOUNT_SUSPENDED);
        assertThat(charge().attempt()).isEqualTo(1);
        assertThat(charge().state()).isEqualTo(State.HELD);
    }

    @Test
    void aSuspendedAccountKeepsItsHolds() {
        keep(terms(FLAT_PRICE));
        Outcome<Charge> before = hold(1);
        keep(terms(FLAT_PRICE, 0, Standing.SUSPENDED));
        assertThat(hold(1)).isEqualTo(before);
        completed(1);
        assertThat(charge().state()).isEqualTo(State.CAPTURED);
    }

    @Test
    void aRescheduleThatIsLaterThanThePickupCostsThePriceOfTheFlownAttempt() {
        // Given attempt 2 had taken the hold over when the drone of attempt 1 picked the parcel up
        keep(terms(FLAT_PRICE));
        hold(1);
        hold(2);

        completed(1);

        assertThat(charge().attempt()).isEqualTo(1);
        assertThat(charge().state()).isEqualTo(State.CAPTURED);
        assertThat(account().balance().minor()).isZero();
        assertThat(account().held().minor()).isZero();
    }

    @Test
    void anUndoneAttemptIsNeverCaptured() {
        keep(terms(FLAT_PRICE));
        hold(1);
        undo(1);
        assertThatThrownBy(() -> completed(1)).hasMessageContaining("given back for good");
        assertThat(account().balance().minor()).isEqualTo(FLAT_PRICE);
    }

    @Test
    void anUndoAfterTheCaptureChangesNothing() {
        keep(terms(FLAT_PRICE));
        hold(1);
        completed(1);
        undo(1);
        assertThat(charge().state()).isEqualTo(State.CAPTURED);
        assertThat(account().balance().minor()).isZero();
    }

    @Test
    void aDeliveryThatHasEndedHoldsNothing() {
        keep(terms(FLAT_PRICE));
        settle(new DeliveryCancelled(header("delivery", 2, 0, DeliveryStatus.CANCELLED), "request", null));
        assertThat(refusal(hold(1))).isEqualTo(Refusal.ATTEMPT_OVERTAKEN);
        assertThat(account().held().minor()).isZero();
    }

    @Test
    void anotherAccountCannotBeMadeToPay() {
        keep(terms(FLAT_PRICE));
        hold(1);
        Outcome<Charge> other =
                holds.hold("delivery", 2, Samples.hold("other")).await().indefinitely();
        assertThat(refusal(other)).isEqualTo(Refusal.INVALID);
        assertThat(charge().state()).isEqualTo(State.HELD);
    }

    private void keep(Terms terms) {
        customers.keep("account", terms).await().indefinitely();
    }

    private Account account() {
        return customers.find("account").await().indefinitely().orElseThrow();
    }

    private Outcome<Charge> hold(int attempt) {
        return holds.hold("delivery", attempt, Samples.hold("account")).await().indefinitely();
    }

    private void undo(int attempt) {
        holds.undo("delivery", attempt).await().indefinitely();
    }

    private void completed(int attempt) {
        settle(new DeliveryCompleted(header("delivery", 9, attempt, DeliveryStatus.COMPLETED)));
    }

    private void settle(DeliveryEvent event) {
        settlement.on(event).await().indefinitely();
    }

    private Charge charge() {
        return holds.find("delivery").await().indefinitely().orElseThrow();
    }

    private static Refusal refusal(Outcome<Charge> outcome) {
        return ((Refused<Charge>) outcome).code();
    }
}
