package io.dronedelivery.packaging.domain;

import io.dronedelivery.contracts.Outcome;
import io.dronedelivery.contracts.Refusal;
import io.dronedelivery.contracts.packaging.Packages.Package;
import io.dronedelivery.contracts.packaging.Packages.Registration;
import io.dronedelivery.contracts.packaging.Packages.State;
import io.dronedelivery.packaging.domain.Attempt.Ended;
import io.dronedelivery.packaging.domain.Attempt.InHand;
import io.dronedelivery.packaging.domain.Attempt.Open;
import io.dronedelivery.packaging.domain.Attempt.Refused;
import io.dronedelivery.packaging.domain.Attempt.Registered;
import io.dronedelivery.packaging.domain.Attempt.Replaced;
import io.dronedelivery.packaging.domain.Attempt.Undone;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntPredicate;

/**
 * One delivery's package, over all attempts. At most one attempt is registered, at most one has it in hand; both at once
 * only while a later attempt is being arranged for what is on its way.
 *
 * @param packageId the package; its delivery has the same id
 * @param attempts what became of each attempt
 * @param ended whether the delivery has ended, so that nothing may be registered for it any more
 */
public record Custody(String packageId, SortedMap<Integer, Attempt> attempts, boolean ended) {
    public Custody {
        attempts = Collections.unmodifiableSortedMap(new TreeMap<>(attempts));
    }

    /** The custody of a package never heard of. */
    public static Custody none(String packageId) {
        return new Custody(packageId, new TreeMap<>(), false);
    }

    /** The package as it stands: in hand, else registered, else as it ended. */
    public Optional<Package> current() {
        return latest(State.IN_HAND)
                .or(() -> latest(State.REGISTERED))
                .or(() -> latest(State.DELIVERED))
                .or(() -> latest(State.RETURNED))
                .or(() -> latest(State.RELEASED));
    }

    /** The tag that the package bears, from its first registration on, for good. */
    Optional<String> tag() {
        return current().flatMap(known -> Optional.ofNullable(known.parcel().tag()));
    }

    /** The tag that no other package may bear now. */
    public Optional<String> tagInUse() {
        return ended ? Optional.empty() : tag();
    }

    /** What was answered to the attempt before, or that the attempt is over; absent where it is new. */
    Optional<Outcome<Package>> answered(int attempt) {
        if (!attempts.isEmpty() && attempts.lastKey() > attempt) {
            return overtaken("attempt " + attempts.lastKey() + " has begun");
        }
        return switch (attempts.get(attempt)) {
            case null -> ended ? overtaken("the delivery has ended") : Optional.empty();
            case Registered _, InHand _ -> view(attempt).map(Outcome.Granted::new);
            case Ended ended
            when ended.state() == State.DELIVERED -> view(attempt).map(Outcome.Granted::new);
            case Refused(Refusal code, String detail) -> Optional.of(new Outcome.Refused<>(code, detail));
            case Ended _, Replaced _, Undone _ -> overtaken("attempt " + attempt + " was undone");
        };
    }

    Custody refuse(int attempt, Refusal code, String detail) {
        return with(attempt, new Refused(code, detail));
    }

    /** Registers the package, in place of an earlier attempt's registration; what is in hand stays in hand. */
    Custody register(int attempt, Registration tagged, Instant at) {
        SortedMap<Integer, Attempt> changed = new TreeMap<>(attempts);
        changed.replaceAll((_, earlier) -> earlier instanceof Registered registered ? registered.replace(at) : earlier);
        changed.put(attempt, new Registered(tagged, at));
        return new Custody(packageId, changed, ended);
    }

    /** Releases the package from the attempt and fences the attempt. What has ended stays as it ended. */
    Custody undo(int attempt, Instant at) {
        return switch (attempts.get(attempt)) {
            case Open open -> with(attempt, open.end(State.RELEASED, at));
            case null -> with(attempt, new Undone(at));
            case Refused _ -> with(attempt, new Undone(at));
            case Ended _, Undone _ -> this;
        };
    }

    /** The delivery goes by this attempt: releases the package from earlier ones. */
    Custody releaseBelow(int attempt, Instant at) {
        return release(number -> number < attempt, at);
    }

    /**
     * The package was picked up. Where that is told after the attempt was undone, it stays as it ended: the flight failed
     * since, and the undo overtook the news of the pickup.
     *
     * @throws IllegalStateException where it was never registered under the attempt: a contradiction for people to look
     *     into
     */
    Custody pickUp(int attempt, Instant at) {
        return switch (attempts.get(attempt)) {
            case Registered registered -> with(attempt, registered.pickUp(at));
            case Replaced replaced -> with(attempt, replaced.pickUp(at));
            case InHand _, Ended _ -> this;
            case null -> throw contradiction(attempt, "picked up");
            case Refused _, Undone _ -> throw contradiction(attempt, "picked up");
        };
    }

    /**
     * The package was delivered.
     *
     * @throws IllegalStateException where it was not registered under the attempt, or the attempt was undone: delivery
     *     closes an attempt before anybody undoes it, so this is a contradiction for people to look into
     */
    Custody deliver(int attempt, Instant at) {
        return switch (attempts.get(attempt)) {
            case Open open -> with(attempt, open.end(State.DELIVERED, at)).end(at);
            case Ended ended when ended.state() == State.DELIVERED -> this;
            case null -> throw contradiction(attempt, "delivered");
            case Ended _, Refused _, Undone _ -> throw contradiction(attempt, "delivered");
        };
    }

    /** The package went back to its sender, be it that the attempt was undone before. */
    Custody giveBack(int attempt, Instant at) {
        return switch (attempts.get(attempt)) {
            case Open open -> with(attempt, open.end(State.RETURNED, at)).end(at);
            case Ended released
            when released.state() == State.RELEASED && !ended ->
                with(attempt, released.giveBack(at)).end(at);
            case null -> end(at);
            case Ended _, Refused _, Undone _ -> end(at);
        };
    }

    /** The delivery has ended: releases the package from every attempt. */
    Custody end(Instant at) {
        return new Custody(packageId, release(_ -> true, at).attempts, true);
    }

    private Custody release(IntPredicate which, Instant at) {
        SortedMap<Integer, Attempt> changed = new TreeMap<>(attempts);
        changed.replaceAll((number, attempt) ->
                attempt instanceof Open open && which.test(number) ? open.end(State.RELEASED, at) : attempt);
        return new Custody(packageId, changed, ended);
    }

    private IllegalStateException contradiction(int attempt, String what) {
        return new IllegalStateException(
                what + " under an attempt it is not registered under package=" + packageId + " attempt=" + attempt);
    }

    private Optional<Package> latest(State state) {
        return attempts.reversed().keySet().stream()
                .flatMap(attempt -> view(attempt).stream())
                .filter(view -> view.state() == state)
                .findFirst();
    }

    private Optional<Package> view(int attempt) {
        return switch (attempts.get(attempt)) {
            case Registered(Registration what, Instant at) -> view(attempt, what, State.REGISTERED, at);
            case InHand(Registration what, Instant at) -> view(attempt, what, State.IN_HAND, at);
            case Replaced(Registration what, Instant at) -> view(attempt, what, State.RELEASED, at);
            case Ended(State state, Registration what, Instant at) -> view(attempt, what, state, at);
            case null -> Optional.empty();
            case Refused _, Undone _ -> Optional.empty();
        };
    }

    private Optional<Package> view(int attempt, Registration what, State state, Instant at) {
        return Optional.of(new Package(packageId, attempt, what.accountId(), what.parcel(), state, at));
    }

    private Custody with(int attempt, Attempt state) {
        SortedMap<Integer, Attempt> changed = new TreeMap<>(attempts);
        changed.put(attempt, state);
        return new Custody(packageId, changed, ended);
    }

    private static Optional<Outcome<Package>> overtaken(String why) {
        return Optional.of(new Outcome.Refused<>(Refusal.ATTEMPT_OVERTAKEN, "The attempt is over: " + why + "."));
    }
}
