package io.dronedelivery.supervisor.domain.compensation;

import io.dronedelivery.supervisor.domain.compensation.Verdict.Done;
import io.dronedelivery.supervisor.domain.compensation.Workflows.Entry;
import io.smallrye.mutiny.Uni;
import java.time.InstantSource;

/** What operators do to workflows. */
public final class Operations {
    private final Workflows workflows;
    private final InstantSource clock;

    public Operations(Workflows workflows, InstantSource clock) {
        this.workflows = workflows;
        this.clock = clock;
    }

    /**
     * Has the act take place, and written down in the workflow's journal, if the workflow permits it. Of two that act at
     * once, the second acts on what the first has left.
     */
    public Uni<Verdict> act(String deliveryId, int attempt, String operator, Act act) {
        return workflows.find(deliveryId, attempt).chain(found -> found.map(entry -> act(entry, operator, act))
                .orElse(Uni.createFrom().item(new Verdict.Unknown())));
    }

    private Uni<Verdict> act(Entry entry, String operator, Act act) {
        Workflow workflow = entry.workflow();
        Verdict verdict = Verdict.of(workflow, new JournalEntry(clock.instant(), operator, act));
        if (!(verdict instanceof Done(var after, var restore))) {
            return Uni.createFrom().item(verdict);
        }
        return workflows
                .replace(entry, after, restore.stream().toList())
                .chain(kept -> kept.isPresent()
                        ? Uni.createFrom().item(verdict)
                        : act(workflow.deliveryId(), workflow.attempt(), operator, act));
    }
}
