package io.dronedelivery.supervisor.compensation.domain.operations;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.dronedelivery.contracts.Money;
import io.dronedelivery.contracts.scheduler.CompensationRequested.Step;
import io.dronedelivery.supervisor.compensation.domain.Act;
import io.dronedelivery.supervisor.compensation.domain.Compensation;
import io.dronedelivery.supervisor.compensation.domain.Progress;
import io.dronedelivery.supervisor.compensation.domain.State;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A compensation as an operator looks at it.
 *
 * @param toUndo the steps that are not undone yet, in the order in which they were done
 * @param next what comes next; absent after its end
 * @param possible what an operator can do to it now
 */
public record CompensationView(
        @JsonUnwrapped Compensation compensation,
        List<Step> toUndo,
        @Nullable Next next,
        Cost cost,
        Set<Act.Kind> possible) {

    /**
     * What comes next.
     *
     * @param at when; absent if a person has to act first
     */
    public record Next(String task, @Nullable Instant at) {}

    /**
     * What it cost so far, or in all.
     *
     * @param held the price that was held for the delivery; absent if none is known
     * @param calls how many calls were made, as far as is known
     * @param failures how many of them were refused or not answered
     * @param seconds from its arrival to its end, or to now
     */
    public record Cost(@Nullable Money held, int calls, int failures, long seconds) {}

    static CompensationView of(Compensation compensation, Instant now) {
        Progress progress = compensation.progress();
        State state = compensation.state();
        Duration took =
                Duration.between(compensation.receivedAt(), state.endedAt().orElse(now));
        return new CompensationView(
                compensation,
                compensation.toUndo(),
                state.endedAt().isPresent()
                        ? null
                        : new Next(compensation.next().text(), state.dueAt().orElse(null)),
                new Cost(compensation.price(), progress.calls(), progress.failures(), took.toSeconds()),
                ActResult.possible(compensation));
    }
}
