package io.dronedelivery.supervisor.compensation.domain.operations;

import io.dronedelivery.contracts.ingestion.DeliveryRequest.RescheduleDelivery;
import io.dronedelivery.contracts.scheduler.CompensationRequested.Step;
import io.dronedelivery.supervisor.compensation.domain.Act;
import io.dronedelivery.supervisor.compensation.domain.Act.Kind;
import io.dronedelivery.supervisor.compensation.domain.Compensation;
import io.dronedelivery.supervisor.compensation.domain.Compensation.JournalEntry;
import io.dronedelivery.supervisor.compensation.domain.State.AwaitingDrone;
import io.dronedelivery.supervisor.compensation.domain.State.Finished;
import io.dronedelivery.supervisor.compensation.domain.State.Parked;
import io.dronedelivery.supervisor.compensation.domain.State.Resolved;
import io.dronedelivery.supervisor.compensation.domain.State.Status;
import io.dronedelivery.supervisor.compensation.domain.State.Undecided;
import io.dronedelivery.supervisor.compensation.domain.State.Waiting;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The result of an operator's act. */
public sealed interface ActResult {

    /**
     * It is done.
     *
     * @param after the compensation after the act
     * @param restore the request that is published with it
     */
    record Done(Compensation after, Optional<RescheduleDelivery> restore) implements ActResult {}

    /** The compensation does not permit it in this state; these acts are possible. */
    record NotPossible(Status status, Set<Kind> possible) implements ActResult {}

    /** Some of the named steps are undone already, or were never to be undone. */
    record NotToUndo(Set<Step> wrong, List<Step> toUndo) implements ActResult {}

    /** The attempt has no compensation. */
    record Unknown() implements ActResult {}

    static ActResult of(Compensation compensation, JournalEntry entry) {
        Set<Kind> possible = possible(compensation);
        Act act = entry.act();
        if (!possible.contains(act.kind())) {
            return new NotPossible(compensation.state().status(), possible);
        }
        return switch (act) {
            case Act.Edit edit
            when !compensation.toUndo().containsAll(edit.steps()) ->
                new NotToUndo(without(edit.steps(), compensation.toUndo()), compensation.toUndo());
            // The operator has settled what was to be undone. The customer still gets the former schedule back.
            case Act.Resolve _ -> new Done(compensation.after(entry), compensation.restore());
            case Act.Edit _, Act.Retry _, Act.Decide _ -> new Done(compensation.after(entry), Optional.empty());
        };
    }

    private static Set<Step> without(Set<Step> steps, List<Step> known) {
        Set<Step> others = EnumSet.copyOf(steps);
        others.removeAll(known);
        return others;
    }

    /** What an operator can do to a compensation as it stands. */
    static Set<Kind> possible(Compensation compensation) {
        return switch (compensation.state()) {
            case Waiting waiting when waiting.failure() != null -> EnumSet.of(Kind.RETRY);
            case AwaitingDrone _ -> EnumSet.of(Kind.RETRY);
            case Undecided _ -> EnumSet.of(Kind.DECISION);
            case Parked _
            when compensation.recovers() && compensation.progress().closed() == null -> EnumSet.allOf(Kind.class);
            case Parked _ -> EnumSet.of(Kind.RETRY, Kind.STEPS, Kind.RESOLUTION);
            case Waiting _, Finished _, Resolved _ -> EnumSet.noneOf(Kind.class);
        };
    }
}
