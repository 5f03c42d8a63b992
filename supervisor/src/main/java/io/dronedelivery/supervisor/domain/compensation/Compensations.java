package io.dronedelivery.supervisor.domain.compensation;

import io.dronedelivery.contracts.delivery.DeliveryEvent;
import io.dronedelivery.contracts.delivery.DeliveryEvent.DeliveryInterrupted;
import io.dronedelivery.contracts.scheduler.CompensationRequested;
import io.dronedelivery.supervisor.domain.compensation.State.Status;
import io.dronedelivery.supervisor.domain.compensation.Workflows.Entry;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Takes in what is to be compensated, and shows it to operators. An attempt has one workflow, so a message that comes
 * again finds its work there: no other record of it is needed.
 */
public final class Compensations {
    private final Workflows workflows;
    private final Patience patience;
    private final InstantSource clock;

    public Compensations(Workflows workflows, Patience patience, InstantSource clock) {
        this.workflows = workflows;
        this.patience = patience;
        this.clock = clock;
    }

    /** The scheduler could not carry an attempt out. */
    public Uni<Void> on(CompensationRequested requested) {
        return workflows.add(Workflow.of(requested, clock.instant())).replaceWithVoid();
    }

    /** Something happened to a delivery; only a failed flight needs compensation. */
    public Uni<Void> on(DeliveryEvent event) {
        return event instanceof DeliveryInterrupted interrupted
                ? interrupted(Workflow.of(interrupted, closeAt(interrupted), clock.instant()))
                : Uni.createFrom().voidItem();
    }

    private Instant closeAt(DeliveryInterrupted interrupted) {
        return interrupted.header().at().plus(patience.grace());
    }

    private Uni<Void> interrupted(Workflow interruption) {
        return workflows
                .add(interruption)
                .chain(added -> added
                        ? Uni.createFrom().voidItem()
                        : workflows
                                .find(interruption.deliveryId(), interruption.attempt())
                                .chain(known -> interrupted(known.orElseThrow(), interruption)));
    }

    private Uni<Void> interrupted(Entry known, Workflow interruption) {
        Workflow after = known.workflow().interruptedBy(interruption);
        if (after.equals(known.workflow())) {
            return Uni.createFrom().voidItem();
        }
        return workflows
                .replace(known, after, List.of())
                .chain(replaced -> replaced.isPresent() ? Uni.createFrom().voidItem() : interrupted(interruption));
    }

    /** The compensation of an attempt, as it stands. */
    public Uni<Optional<Inspection>> find(String deliveryId, int attempt) {
        return workflows
                .find(deliveryId, attempt)
                .map(found -> found.map(entry -> Inspection.of(entry.workflow(), clock.instant())));
    }

    /** One page of all, of that status if one is given, the newest first, from before that number on. */
    public Uni<Page> list(Optional<Status> status, long before, int limit) {
        return workflows.list(status, before, limit + 1).map(entries -> Page.of(entries, limit));
    }
}
