package io.dronedelivery.supervisor.compensation.domain;

import io.dronedelivery.contracts.delivery.Attempts.Closed;
import io.dronedelivery.contracts.scheduler.CompensationRequested.Step;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How far a compensation has come.
 *
 * @param recalledAt when the drone of a failed flight was told to give up
 * @param closed delivery's answer to the closure; absent until it has answered
 * @param undone the steps that are undone, in the order in which they were
 * @param calls how many calls were made for it, as far as is known: those of a process that died may be missing
 * @param failures how many of them were refused or not answered
 */
public record Progress(
        @Nullable Instant recalledAt, @Nullable Closed closed, List<Undone> undone, int calls, int failures) {
    static final Progress NONE = new Progress(null, null, List.of(), 0, 0);

    /**
     * A step that is undone, and when it was.
     *
     * @param byHand the operator who said that it was settled by hand; absent where its service undid it
     */
    public record Undone(Step step, Instant at, @Nullable String byHand) {}

    /** Whether the steps are to be undone: true until delivery says otherwise. */
    boolean undoes() {
        return closed == null || closed.undo();
    }

    boolean isUndone(Step step) {
        return undone.stream().anyMatch(done -> done.step() == step);
    }

    Progress recalled(Instant now) {
        return new Progress(now, closed, undone, calls + 1, failures);
    }

    Progress closed(Closed answer) {
        return new Progress(recalledAt, answer, undone, calls + 1, failures);
    }

    Progress undone(Step step, Instant now) {
        return new Progress(recalledAt, closed, undoneAnd(List.of(new Undone(step, now, null))), calls + 1, failures);
    }

    Progress settled(List<Step> steps, Instant now, String operator) {
        List<Undone> byHand =
                steps.stream().map(step -> new Undone(step, now, operator)).toList();
        return new Progress(recalledAt, closed, undoneAnd(byHand), calls, failures);
    }

    private List<Undone> undoneAnd(List<Undone> more) {
        return Stream.concat(undone.stream(), more.stream()).toList();
    }

    Progress failed() {
        return new Progress(recalledAt, closed, undone, calls + 1, failures + 1);
    }

    /** From the start again; the counts go on. */
    Progress anew() {
        return new Progress(null, null, List.of(), calls, failures);
    }
}
