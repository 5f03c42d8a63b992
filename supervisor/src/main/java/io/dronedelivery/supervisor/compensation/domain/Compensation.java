package io.dronedelivery.supervisor.compensation.domain;

import io.dronedelivery.contracts.Money;
import io.dronedelivery.contracts.delivery.Attempts.Closed;
import io.dronedelivery.contracts.delivery.Attempts.Closure;
import io.dronedelivery.contracts.delivery.Attempts.Remedy;
import io.dronedelivery.contracts.delivery.DeliveryEvent.DeliveryInterrupted;
import io.dronedelivery.contracts.ingestion.DeliveryRequest.RescheduleDelivery;
import io.dronedelivery.contracts.scheduler.CompensationRequested;
import io.dronedelivery.contracts.scheduler.CompensationRequested.Step;
import io.dronedelivery.supervisor.compensation.domain.State.Finished;
import io.dronedelivery.supervisor.compensation.domain.State.Resolved;
import io.dronedelivery.supervisor.compensation.domain.State.Undecided;
import io.dronedelivery.supervisor.compensation.domain.State.Waiting;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The compensation of one attempt: what is to be undone, and how far that has come.
 *
 * @param failed the step that failed; absent where all was arranged and the flight failed
 * @param closure what delivery is told: why, and after a failed flight what is to become of the delivery
 * @param steps what was or may have been done, in the order it was done
 * @param price what was held for it, as far as is known
 * @param journal what operators did, in order; entries are only added
 */
public record Compensation(
        String deliveryId,
        int attempt,
        @Nullable Step failed,
        Closure closure,
        List<Step> steps,
        @Nullable Money price,
        Instant receivedAt,
        Progress progress,
        List<JournalEntry> journal,
        State state) {
    private static final List<Step> WHAT_A_FLIGHT_HOLDS =
            List.of(Step.HOLD_MONEY, Step.REGISTER_PACKAGE, Step.RESERVE_DRONE, Step.BOOK_SHIPMENT);

    /**
     * What somebody did to it.
     *
     * @param operator who; {@link #NOBODY} if the time to decide ran out
     */
    public record JournalEntry(Instant at, String operator, Act act) {
        /** The name under which the supervisor itself decides, because no person did. */
        public static final String NOBODY = "supervisor";
    }

    /** What a person decided on a parcel. */
    public record Decision(Remedy remedy, String operator) {}

    /** For an attempt that the scheduler could not carry out. */
    static Compensation of(CompensationRequested requested, Instant now) {
        return new Compensation(
                requested.deliveryId(),
                requested.attempt(),
                requested.failed(),
                new Closure(requested.request().requestId(), requested.code(), requested.detail()),
                requested.undo(),
                requested.price(),
                now,
                Progress.NONE,
                List.of(),
                new Waiting(now, 0, null));
    }

    /** For an attempt whose flight or shipment failed. Until it is closed, the flight may still end well. */
    static Compensation of(DeliveryInterrupted interrupted, Instant closeAt, Instant now) {
        return new Compensation(
                interrupted.header().deliveryId(),
                interrupted.header().attempt(),
                null,
                new Closure(interrupted.eventId(), interrupted.code(), interrupted.detail(), Remedy.SCHEDULE_ANEW),
                WHAT_A_FLIGHT_HOLDS,
                null,
                now,
                Progress.NONE,
                List.of(),
                new Waiting(closeAt, 0, null));
    }

    public Task next() {
        if (state instanceof Undecided) {
            return new Task.GiveUp();
        }
        if (progress.closed() == null) {
            return recovers() && progress.recalledAt() == null ? new Task.Recall() : new Task.Close();
        }
        List<Step> open = toUndo();
        return open.isEmpty() ? new Task.Finish(restore()) : new Task.Undo(open.getLast());
    }

    /** Whether a flight or shipment failed, so that the delivery is RECOVERING. */
    public boolean recovers() {
        return closure.remedy() != null;
    }

    /** What is not undone yet, in the order it was done. A schedule is undone by the closure itself. */
    public List<Step> toUndo() {
        return steps.stream()
                .filter(step -> step != Step.SCHEDULE && progress.undoes() && !progress.isUndone(step))
                .toList();
    }

    /** What a person decided last on the parcel of a failed flight, if one did. */
    public Optional<Decision> decision() {
        return journal.reversed().stream()
                .filter(entry -> !entry.operator().equals(JournalEntry.NOBODY))
                .flatMap(entry -> entry.act() instanceof Act.Decide decide
                        ? Stream.of(new Decision(decide.remedy(), entry.operator()))
                        : Stream.of())
                .findFirst();
    }

    /** The request that is published at the end, if any. */
    public Optional<RescheduleDelivery> restore() {
        return Optional.ofNullable(progress.closed()).filter(Closed::undo).map(Closed::restore);
    }

    /** The flight failed too. Unless the attempt is being undone already, it is closed once more, for that reason. */
    Compensation interruptedBy(Compensation interruption) {
        boolean repeated = closure.requestId().equals(interruption.closure.requestId());
        boolean undoing = progress.closed() != null && progress.undoes();
        return repeated || undoing
                ? this
                : new Compensation(
                        deliveryId,
                        attempt,
                        null,
                        interruption.closure,
                        interruption.steps,
                        price,
                        receivedAt,
                        progress.anew(),
                        journal,
                        interruption.state);
    }

    /** The drone is recalled. The next task follows at once; if this process dies, another does it from nextAt on. */
    Compensation recalled(Instant now, Instant nextAt) {
        return with(progress.recalled(now), new Waiting(nextAt, 0, null));
    }

    Compensation closed(Closed answer, Instant nextAt) {
        return with(progress.closed(answer), new Waiting(nextAt, 0, null));
    }

    Compensation undone(Step step, Instant now, Instant nextAt) {
        return with(progress.undone(step, now), new Waiting(nextAt, 0, null));
    }

    Compensation afterFailure(State next) {
        return with(progress.failed(), next);
    }

    Compensation finished(Instant now) {
        return with(progress, new Finished(now));
    }

    /** Nobody decided in time what became of the parcel. */
    Compensation givenUp(Instant now, Instant nextAt) {
        Act act = new Act.Decide(Remedy.GIVE_UP, "nobody decided in time");
        return decided(Remedy.GIVE_UP, nextAt).with(new JournalEntry(now, JournalEntry.NOBODY, act));
    }

    /** An operator has acted; the journal says so. */
    public Compensation after(JournalEntry entry) {
        Instant now = entry.at();
        Compensation after =
                switch (entry.act()) {
                    case Act.Retry _ -> with(progress, new Waiting(now, 0, null));
                    case Act.Edit edit -> with(settled(edit, entry), new Waiting(now, 0, null));
                    case Act.Resolve _ -> with(progress, new Resolved(now, entry.operator()));
                    case Act.Decide decision -> decided(decision.remedy(), now);
                };
        return after.with(entry);
    }

    private Progress settled(Act.Edit edit, JournalEntry entry) {
        List<Step> byHand = toUndo().reversed().stream()
                .filter(step -> !edit.steps().contains(step))
                .toList();
        return progress.settled(byHand, entry.at(), entry.operator());
    }

    private Compensation decided(Remedy remedy, Instant nextAt) {
        Closure decided = new Closure(closure.requestId(), closure.code(), closure.detail(), remedy);
        return with(decided, progress, journal, new Waiting(nextAt, 0, null));
    }

    private Compensation with(JournalEntry entry) {
        List<JournalEntry> longer =
                Stream.concat(journal.stream(), Stream.of(entry)).toList();
        return with(closure, progress, longer, state);
    }

    private Compensation with(Progress soFar, State next) {
        return with(closure, soFar, journal, next);
    }

    private Compensation with(Closure reason, Progress soFar, List<JournalEntry> acts, State next) {
        return new Compensation(deliveryId, attempt, failed, reason, steps, price, receivedAt, soFar, acts, next);
    }
}
