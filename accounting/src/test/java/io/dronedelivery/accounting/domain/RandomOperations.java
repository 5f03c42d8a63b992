package io.dronedelivery.accounting.domain;

import static io.dronedelivery.accounting.domain.Samples.FLAT;
import static io.dronedelivery.accounting.domain.Samples.NOW;
import static io.dronedelivery.accounting.domain.Samples.header;
import static io.dronedelivery.accounting.domain.Samples.terms;
import static org.assertj.core.api.Assertions.assertThat;

import io.dronedelivery.accounting.domain.bill.Attempt;
import io.dronedelivery.accounting.domain.bill.Attempt.Held;
import io.dronedelivery.accounting.domain.bill.Attempt.Replaced;
import io.dronedelivery.accounting.domain.bill.Bill;
import io.dronedelivery.contracts.Outcome;
import io.dronedelivery.contracts.Outcome.Granted;
import io.dronedelivery.contracts.Refusal;
import io.dronedelivery.contracts.accounting.Accounts.Account;
import io.dronedelivery.contracts.accounting.Accounts.Standing;
import io.dronedelivery.contracts.accounting.Charges.Charge;
import io.dronedelivery.contracts.delivery.DeliveryEvent;
import io.dronedelivery.contracts.delivery.DeliveryEvent.DeliveryCompleted;
import io.dronedelivery.contracts.delivery.DeliveryEvent.DeliveryFailed;
import io.dronedelivery.contracts.delivery.DeliveryStatus;
import io.dronedelivery.testing.TopicReplay;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Holds, undoes, events, repeats and late callers in a random order, as few accounts and deliveries as make them meet. */
final class RandomOperations {
    private static final int ACCOUNTS = 2;
    private static final int DELIVERIES = 6;
    private static final int ATTEMPTS = 4;

    private final Random random;
    private final InMemoryBooks books = new InMemoryBooks();
    private final Customers customers = new Customers(books, () -> NOW);
    private final Holds holds = new Holds(books, FLAT, () -> NOW);
    private final Settlement settlement = new Settlement(books);
    private final List<DeliveryEvent> told = new ArrayList<>();

    RandomOperations(long seed) {
        this.random = new Random(seed);
    }

    InMemoryBooks books() {
        return books;
    }

    /** Does something, and says what. */
    String step() {
        int delivery = random.nextInt(DELIVERIES);
        int attempt = 1 + random.nextInt(ATTEMPTS);
        return switch (random.nextInt(10)) {
            case 0 -> changeTerms("account" + random.nextInt(ACCOUNTS));
            case 1, 2, 3, 4 -> hold("delivery" + delivery, attempt, "account" + delivery % ACCOUNTS);
            case 5 -> undo("delivery" + delivery, attempt);
            case 6 -> complete("delivery" + delivery, attempt);
            case 7 -> reschedule("delivery" + delivery, attempt);
            case 8 -> fail("delivery" + delivery, attempt);
            default -> tellAgain();
        };
    }

    private String changeTerms(String account) {
        Standing standing = random.nextInt(4) == 0 ? Standing.SUSPENDED : Standing.ACTIVE;
        customers
                .keep(account, terms(250, random.nextInt(300), standing))
                .await()
                .indefinitely();
        return "terms of " + account;
    }

    /** What is granted is covered; asked again at once, the answer and the books stay. */
    private String hold(String delivery, int attempt, String payer) {
        int booked = books.ledger().size();
        Outcome<Charge> outcome =
                holds.hold(delivery, attempt, Samples.hold(payer)).await().indefinitely();
        if (outcome instanceof Granted && books.ledger().size() > booked) {
            Account account = customers.find(payer).await().indefinitely().orElseThrow();
            assertThat(account.available().minor()).isNotNegative();
        }
        Object before = snapshot();
        assertThat(holds.hold(delivery, attempt, Samples.hold(payer)).await().indefinitely())
                .isEqualTo(outcome);
        assertThat(snapshot()).isEqualTo(before);
        return "hold " + delivery + "/" + attempt + " " + outcome;
    }

    /** From then on nobody gets a hold under the attempt or an earlier one. */
    private String undo(String delivery, int attempt) {
        boolean captured = bill(delivery).captured().isPresent();
        holds.undo(delivery, attempt).await().indefinitely();
        assertThat(bill(delivery).captured().isPresent()).isEqualTo(captured);
        Outcome<Charge> late =
                holds.hold(delivery, attempt, Samples.hold("account0")).await().indefinitely();
        if (late instanceof Outcome.Refused<Charge> refused) {
            assertThat(refused.code()).isEqualTo(Refusal.ATTEMPT_OVERTAKEN);
        } else {
            assertThat(captured).isTrue();
        }
        return "undo " + delivery + "/" + attempt;
    }

    /** Delivery, the arbiter, completes only what was arranged and never undone. */
    private String complete(String delivery, int attempt) {
        Bill bill = bill(delivery);
        Attempt arranged = bill.attempts().get(attempt);
        if (bill.ended() || !(arranged instanceof Held || arranged instanceof Replaced)) {
            return "nothing";
        }
        tell(new DeliveryCompleted(header(delivery, 100, attempt, DeliveryStatus.COMPLETED)));
        assertThat(bill(delivery).captured())
                .hasValueSatisfying(charge -> assertThat(charge.attempt()).isEqualTo(attempt));
        return "complete " + delivery + "/" + attempt;
    }

    /** Delivery goes by an attempt that is arranged. */
    private String reschedule(String delivery, int attempt) {
        if (bill(delivery).ended() || !(bill(delivery).attempts().get(attempt) instanceof Held)) {
            return "nothing";
        }
        tell(Samples.rescheduled(header(delivery, 50, attempt, DeliveryStatus.SCHEDULED)));
        return "reschedule " + delivery + "/" + attempt;
    }

    private String fail(String delivery, int attempt) {
        if (bill(delivery).ended() || random.nextInt(3) > 0) {
            return "nothing";
        }
        tell(new DeliveryFailed(
                header(delivery, 100, attempt, DeliveryStatus.FAILED), Refusal.FLIGHT_FAILED, "it fell"));
        assertThat(bill(delivery).captured()).isEmpty();
        return "fail " + delivery;
    }

    private void tell(DeliveryEvent event) {
        told.add(event);
        settlement.on(event).await().indefinitely();
    }

    /** The topic is read again: nothing changes. */
    private String tellAgain() {
        Object before = snapshot();
        int from = TopicReplay.read(
                told, random, event -> settlement.on(event).await().indefinitely());
        assertThat(snapshot()).isEqualTo(before);
        return "replay from " + from;
    }

    private Bill bill(String delivery) {
        return books.bill(delivery).await().indefinitely().orElse(Bill.blank(delivery));
    }

    private Object snapshot() {
        return List.of(
                Set.copyOf(books.accounts()),
                Set.copyOf(books.bills()),
                books.ledger().size());
    }
}
