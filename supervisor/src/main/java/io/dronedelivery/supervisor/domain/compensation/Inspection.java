package io.dronedelivery.supervisor.domain.compensation;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.dronedelivery.contracts.Money;
import io.dronedelivery.contracts.scheduler.CompensationRequested.Step;
import io.dronedelivery.supervisor.domain.compensation.State.AwaitingDrone;
import io.dronedelivery.supervisor.domain.compensation.State.Finished;
import io.dronedelivery.supervisor.domain.compensation.State.Parked;
import io.dronedelivery.supervisor.domain.compensation.State.Resolved;
import io.dronedelivery.supervisor.domain.compensation.State.Undecided;
import io.dronedelivery.supervisor.domain.compensation.State.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A compensation as an operator looks at it.
 *
 * @param toUndo what is not undone yet, in the order it was done
 * @param next what comes next; absent where it has ended
 * @param possible what an operator can do to it now
 */
public record Inspection(
        @JsonUnwrapped Workflow compensation,
        List<Step> toUndo,
        @Nullable Next next,
        Cost cost,
        Set<Act.Kind> possible) {

    /**
     * What comes next.
     *
     * @param at when; absent where a person has to act first
     */
    public record Next(String task, @Nullable Instant at) {}

    /**
     * What it cost so far, or in all.
     *
     * @param held the price that was held for the delivery; absent where nothing is known to be
     * @param calls how many calls were made, as far as is known
     * @param failures how many of them were refused or not answered
     * @param seconds from its arrival to its end, or to now
     */
    public record Cost(@Nullable Money held, int calls, int failures, long seconds) {}

    static Inspection of(Workflow workflow, Instant now) {
        Progress progress = workflow.progress();
        Duration took = Duration.between(workflow.receivedAt(), endedAt(workflow.state(), now));
        return new Inspection(
                workflow,
                workflow.toUndo(),
                next(workflow),
                new Cost(workflow.price(), progress.calls(), progress.failures(), took.toSeconds()),
                Verdict.possible(workflow));
    }

    private static @Nullable Next next(Workflow workflow) {
        return switch (workflow.state()) {
            case Finished _, Resolved _ -> null;
            case Waiting _, AwaitingDrone _, Undecided _, Parked _ ->
                new Next(workflow.next().toString(), workflow.state().dueAt().orElse(null));
        };
    }

    private static Instant endedAt(State state, Instant now) {
        return switch (state) {
            case Finished finished -> finished.at();
            case Resolved resolved -> resolved.at();
            case Waiting _, AwaitingDrone _, Undecided _, Parked _ -> now;
        };
    }
}
