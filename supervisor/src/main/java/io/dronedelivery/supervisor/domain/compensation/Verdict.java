package io.dronedelivery.supervisor.domain.compensation;

import io.dronedelivery.contracts.ingestion.DeliveryRequest.RescheduleDelivery;
import io.dronedelivery.contracts.scheduler.CompensationRequested.Step;
import io.dronedelivery.supervisor.domain.compensation.Act.Kind;
import io.dronedelivery.supervisor.domain.compensation.State.AwaitingDrone;
import io.dronedelivery.supervisor.domain.compensation.State.Finished;
import io.dronedelivery.supervisor.domain.compensation.State.Parked;
import io.dronedelivery.supervisor.domain.compensation.State.Resolved;
import io.dronedelivery.supervisor.domain.compensation.State.Status;
import io.dronedelivery.supervisor.domain.compensation.State.Undecided;
import io.dronedelivery.supervisor.domain.compensation.State.Waiting;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What becomes of an operator's act. */
public sealed interface Verdict {

    /**
     * It takes place.
     *
     * @param after the workflow after it
     * @param restore what is asked for with it
     */
    record Done(Workflow after, Optional<RescheduleDelivery> restore) implements Verdict {}

    /** Not as the workflow stands; this is what is possible. */
    record NotNow(Status status, Set<Kind> possible) implements Verdict {}

    /** These are not steps that are still to be undone; those are. */
    record NotToUndo(Set<Step> wrong, List<Step> toUndo) implements Verdict {}

    /** The attempt has no workflow. */
    record Unknown() implements Verdict {}

    /** Decides on an act. */
    static Verdict of(Workflow workflow, JournalEntry entry) {
        Set<Kind> possible = possible(workflow);
        Act act = entry.act();
        if (!possible.contains(act.kind())) {
            return new NotNow(workflow.state().status(), possible);
        }
        return switch (act) {
            case Act.Edit edit
            when !workflow.toUndo().containsAll(edit.steps()) ->
                new NotToUndo(without(edit.steps(), workflow.toUndo()), workflow.toUndo());
            // Who ends it has settled what was to be undone; the customer is owed the restored schedule all the same.
            case Act.Resolve _ -> new Done(workflow.after(entry), workflow.restore());
            case Act.Edit _, Act.Retry _, Act.Decide _ -> new Done(workflow.after(entry), Optional.empty());
        };
    }

    private static Set<Step> without(Set<Step> steps, List<Step> known) {
        Set<Step> others = EnumSet.copyOf(steps);
        others.removeAll(known);
        return others;
    }

    /** What an operator can do to a workflow as it stands. */
    static Set<Kind> possible(Workflow workflow) {
        return switch (workflow.state()) {
            case Waiting waiting when waiting.failure() != null -> EnumSet.of(Kind.RETRY);
            case AwaitingDrone _ -> EnumSet.of(Kind.RETRY);
            case Undecided _ -> EnumSet.of(Kind.DECISION);
            case Parked _ when workflow.recovers() && workflow.progress().closed() == null -> EnumSet.allOf(Kind.class);
            case Parked _ -> EnumSet.of(Kind.RETRY, Kind.STEPS, Kind.RESOLUTION);
            case Waiting _, Finished _, Resolved _ -> EnumSet.noneOf(Kind.class);
        };
    }
}
