package io.dronedelivery.accounting.domain.bill;

import static java.util.Objects.requireNonNull;

import io.dronedelivery.accounting.domain.bill.Attempt.Captured;
import io.dronedelivery.accounting.domain.bill.Attempt.Held;
import io.dronedelivery.accounting.domain.bill.Attempt.Refused;
import io.dronedelivery.accounting.domain.bill.Attempt.Replaced;
import io.dronedelivery.accounting.domain.bill.Attempt.Undone;
import io.dronedelivery.accounting.domain.bill.Attempt.Voided;
import io.dronedelivery.accounting.domain.ledger.LedgerTransaction;
import io.dronedelivery.contracts.Money;
import io.dronedelivery.contracts.Outcome;
import io.dronedelivery.contracts.Refusal;
import io.dronedelivery.contracts.accounting.Charges.Charge;
import io.dronedelivery.contracts.accounting.Charges.State;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What one delivery costs, over all its attempts. At most one attempt is held at a time, at most one ever captured.
 *
 * @param deliveryId the delivery
 * @param accountId who pays; absent until somebody was asked to
 * @param attempts what became of each attempt
 * @param ended whether the delivery has ended, so that nothing may be held for it any more
 */
public record Bill(String deliveryId, @Nullable String accountId, SortedMap<Integer, Attempt> attempts, boolean ended) {
    public Bill {
        attempts = Collections.unmodifiableSortedMap(new TreeMap<>(attempts));
    }

    /** The bill of a delivery of which nothing is known. */
    public static Bill blank(String deliveryId) {
        return new Bill(deliveryId, null, new TreeMap<>(), false);
    }

    /** The charge of the attempt whose price is set aside now. */
    public Optional<Charge> open() {
        return latest(attempt -> attempt instanceof Held);
    }

    /** What the delivery was charged. */
    public Optional<Charge> captured() {
        return latest(attempt -> attempt instanceof Captured);
    }

    /** The charge that counts: captured, else held, else the latest that was given back. */
    public Optional<Charge> current() {
        return captured()
                .or(this::open)
                .or(() -> latest(attempt -> attempt instanceof Voided || attempt instanceof Replaced));
    }

    /** What was answered to a hold under the attempt before, or that the attempt is over; absent where it is new. */
    public Optional<Outcome<Charge>> answered(int attempt) {
        if (!attempts.isEmpty() && attempts.lastKey() > attempt) {
            return overtaken("attempt " + attempts.lastKey() + " has begun");
        }
        return switch (attempts.get(attempt)) {
            case null -> ended ? overtaken("the delivery has ended") : Optional.empty();
            case Held _, Captured _ -> charge(attempt).map(Outcome.Granted::new);
            case Refused(Refusal code, String detail) -> Optional.of(new Outcome.Refused<>(code, detail));
            case Replaced _, Voided _, Undone _ -> overtaken("attempt " + attempt + " was undone");
        };
    }

    public Change refuse(int attempt, String payer, Refusal code, String detail) {
        return Change.withoutBooking(paidBy(payer).with(attempt, new Refused(code, detail)));
    }

    /** Sets the price aside, in place of what an earlier attempt had set aside. */
    public Change hold(int attempt, String payer, Money price, Instant at) {
        Bill held = paidBy(payer);
        return held.giveBack(Held::replace, at)
                .then(bill -> bill.with(attempt, new Held(price, at)).booking(LedgerTransaction::hold, attempt));
    }

    /** Gives the attempt's money back; from then on no hold is granted under it. What is captured stays captured. */
    public Change undo(int attempt, Instant at) {
        return switch (attempts.get(attempt)) {
            case Held _ -> giveBack(Held::release, at);
            case Replaced replaced -> Change.withoutBooking(with(attempt, replaced.release()));
            case null -> Change.withoutBooking(with(attempt, new Undone(at)));
            case Refused _ -> Change.withoutBooking(with(attempt, new Undone(at)));
            case Captured _, Voided _, Undone _ -> Change.withoutBooking(this);
        };
    }

    /** The delivery is carried out under this attempt: gives back what an earlier one still holds. */
    public Change releaseBelow(int attempt, Instant at) {
        boolean earlierOpen = open().filter(open -> open.attempt() < attempt).isPresent();
        return earlierOpen ? giveBack(Held::release, at) : Change.withoutBooking(this);
    }

    /** The delivery ended without being carried out: gives back what is held. */
    public Change end(Instant at) {
        return giveBack(Held::release, at).then(bill -> Change.withoutBooking(bill.closed()));
    }

    /**
     * The delivery was carried out under this attempt: captures its price, and gives back what a later one holds.
     *
     * @throws IllegalStateException where nothing was ever held under the attempt, or it was undone: delivery closes an
     *     attempt before anybody undoes it, so a person has to find out what is wrong
     */
    public Change complete(int attempt, Instant at) {
        return switch (attempts.get(attempt)) {
            case Captured _ -> Change.withoutBooking(this);
            case Held held -> with(attempt, held.capture(at)).closed().booking(LedgerTransaction::capture, attempt);
            case Replaced replaced
            when !ended ->
                with(attempt, replaced.capture(at))
                        .closed()
                        .booking(LedgerTransaction::captureUnheld, attempt)
                        .then(bill -> bill.giveBack(Held::release, at));
            case null -> throw contradiction(attempt, "was never held");
            case Refused _ -> throw contradiction(attempt, "was never held");
            case Replaced _, Voided _, Undone _ -> throw contradiction(attempt, "was given back for good");
        };
    }

    private IllegalStateException contradiction(int attempt, String what) {
        return new IllegalStateException(
                "completed under an attempt whose price " + what + " delivery=" + deliveryId + " attempt=" + attempt);
    }

    private Change giveBack(BiFunction<Held, Instant, Attempt> becoming, Instant at) {
        for (Map.Entry<Integer, Attempt> entry : attempts.entrySet()) {
            if (entry.getValue() instanceof Held held) {
                return with(entry.getKey(), becoming.apply(held, at))
                        .booking(LedgerTransaction::release, entry.getKey());
            }
        }
        return Change.withoutBooking(this);
    }

    private Change booking(Function<Charge, LedgerTransaction> kind, int attempt) {
        return new Change(this, List.of(kind.apply(charge(attempt).orElseThrow())));
    }

    private Optional<Charge> latest(Predicate<Attempt> state) {
        return attempts.reversed().entrySet().stream()
                .filter(entry -> state.test(entry.getValue()))
                .findFirst()
                .flatMap(entry -> charge(entry.getKey()));
    }

    private Optional<Charge> charge(int attempt) {
        return switch (attempts.get(attempt)) {
            case Held(Money price, Instant at) -> Optional.of(charge(attempt, price, State.HELD, at));
            case Captured(Money price, Instant at) -> Optional.of(charge(attempt, price, State.CAPTURED, at));
            case Replaced(Money price, Instant at) -> Optional.of(charge(attempt, price, State.VOIDED, at));
            case Voided(Money price, Instant at) -> Optional.of(charge(attempt, price, State.VOIDED, at));
            case null -> Optional.empty();
            case Refused _, Undone _ -> Optional.empty();
        };
    }

    private Charge charge(int attempt, Money price, State state, Instant at) {
        return new Charge(deliveryId, attempt, requireNonNull(accountId), price, state, at);
    }

    private Bill with(int attempt, Attempt state) {
        SortedMap<Integer, Attempt> changed = new TreeMap<>(attempts);
        changed.put(attempt, state);
        return new Bill(deliveryId, accountId, changed, ended);
    }

    private Bill paidBy(String payer) {
        return new Bill(deliveryId, payer, attempts, ended);
    }

    private Bill closed() {
        return new Bill(deliveryId, accountId, attempts, true);
    }

    private static Optional<Outcome<Charge>> overtaken(String why) {
        return Optional.of(new Outcome.Refused<>(Refusal.ATTEMPT_OVERTAKEN, "The attempt is over: " + why + "."));
    }
}
