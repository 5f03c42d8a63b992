package io.dronedelivery.supervisor.domain.compensation;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.dronedelivery.contracts.delivery.Attempts.Closed;
import io.dronedelivery.contracts.delivery.Attempts.Closure;
import io.dronedelivery.contracts.delivery.DeliveryEvent.DeliveryInterrupted;
import io.dronedelivery.contracts.scheduler.CompensationRequested;
import io.dronedelivery.contracts.scheduler.CompensationRequested.Step;
import io.dronedelivery.supervisor.domain.compensation.State.Finished;
import io.dronedelivery.supervisor.domain.compensation.State.Parked;
import io.dronedelivery.supervisor.domain.compensation.State.Waiting;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The compensation of one attempt: what is to be undone, and how far that has come.
 *
 * @param failed the step that failed; absent where all was arranged and the flight failed
 * @param closure why, as delivery is told
 * @param steps what was or may have been done, in the order it was done
 * @param closed delivery's answer to the closure, once it is there
 * @param undone what is undone, in the order it was undone
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Workflow(
        String deliveryId,
        int attempt,
        @Nullable Step failed,
        Closure closure,
        List<Step> steps,
        Instant receivedAt,
        @Nullable Closed closed,
        List<Undone> undone,
        State state) {
    private static final List<Step> WHAT_A_FLIGHT_HOLDS =
            List.of(Step.HOLD_MONEY, Step.REGISTER_PACKAGE, Step.RESERVE_DRONE, Step.BOOK_SHIPMENT);

    /** A step that is undone, and when it was. */
    public record Undone(Step step, Instant at) {}

    /** For an attempt that the scheduler could not carry out. */
    static Workflow of(CompensationRequested requested, Instant now) {
        Closure closure = new Closure(requested.request().requestId(), requested.code(), requested.detail());
        return fresh(
                requested.deliveryId(), requested.attempt(), requested.failed(), closure, requested.undo(), now, now);
    }

    /** For an attempt whose flight or shipment failed; it may still end well until it is closed. */
    static Workflow of(DeliveryInterrupted interrupted, Instant closeAt, Instant now) {
        Closure closure = new Closure(interrupted.eventId(), interrupted.code(), interrupted.detail());
        return fresh(
                interrupted.header().deliveryId(),
                interrupted.header().attempt(),
                null,
                closure,
                WHAT_A_FLIGHT_HOLDS,
                now,
                closeAt);
    }

    private static Workflow fresh(
            String deliveryId,
            int attempt,
            @Nullable Step failed,
            Closure closure,
            List<Step> steps,
            Instant now,
            Instant nextAt) {
        return new Workflow(
                deliveryId, attempt, failed, closure, steps, now, null, List.of(), new Waiting(nextAt, 0, null));
    }

    /** What is to be done now. */
    Task next() {
        if (closed == null) {
            return new Task.Close();
        }
        if (!closed.undo()) {
            return new Task.Finish(Optional.empty());
        }
        return steps.reversed().stream()
                .filter(this::toUndo)
                .findFirst()
                .<Task>map(Task.Undo::new)
                .orElseGet(() -> new Task.Finish(Optional.ofNullable(closed.restore())));
    }

    /** A schedule is undone by the closure itself. */
    private boolean toUndo(Step step) {
        return step != Step.SCHEDULE && undone.stream().noneMatch(done -> done.step() == step);
    }

    /** The flight failed too. Where the attempt is not being undone anyway, it is closed once more, for that reason. */
    Workflow interruptedBy(Workflow interruption) {
        boolean repeated = closure.requestId().equals(interruption.closure.requestId());
        boolean undoing = closed != null && closed.undo();
        return repeated || undoing ? this : interruption;
    }

    /** Delivery has answered; what comes next is done at once, or from then on should this process die. */
    Workflow closed(Closed answer, Instant nextAt) {
        return with(answer, undone, new Waiting(nextAt, 0, null));
    }

    Workflow undone(Step step, Instant now, Instant nextAt) {
        List<Undone> all =
                Stream.concat(undone.stream(), Stream.of(new Undone(step, now))).toList();
        return with(closed, all, new Waiting(nextAt, 0, null));
    }

    Workflow failed(String failure, int tries, Instant nextAt) {
        return with(closed, undone, new Waiting(nextAt, tries, failure));
    }

    Workflow parked(String failure, Instant now) {
        return with(closed, undone, new Parked(now, failure));
    }

    Workflow finished(Instant now) {
        return with(closed, undone, new Finished(now));
    }

    /** Somebody has looked at a parked one: it goes on where it stood. */
    Workflow retried(Instant now) {
        return with(closed, undone, new Waiting(now, 0, null));
    }

    private Workflow with(@Nullable Closed answer, List<Undone> soFar, State next) {
        return new Workflow(deliveryId, attempt, failed, closure, steps, receivedAt, answer, soFar, next);
    }
}
