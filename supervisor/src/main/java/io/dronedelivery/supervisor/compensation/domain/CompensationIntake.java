package io.dronedelivery.supervisor.compensation.domain;

import io.dronedelivery.contracts.delivery.DeliveryEvent;
import io.dronedelivery.contracts.delivery.DeliveryEvent.DeliveryInterrupted;
import io.dronedelivery.contracts.scheduler.CompensationRequested;
import io.dronedelivery.supervisor.compensation.domain.Compensations.Entry;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/**
 * Takes messages in and keeps what is to be compensated. An attempt has one compensation. So a message that comes again
 * changes nothing, and no inbox is needed.
 */
public final class CompensationIntake {
    private final Compensations compensations;
    private final RetryPolicy policy;
    private final InstantSource clock;

    public CompensationIntake(Compensations compensations, RetryPolicy policy, InstantSource clock) {
        this.compensations = compensations;
        this.policy = policy;
        this.clock = clock;
    }

    /** The scheduler could not carry an attempt out. */
    public Uni<Void> on(CompensationRequested requested) {
        return compensations.add(Compensation.of(requested, clock.instant())).replaceWithVoid();
    }

    /** Something happened to a delivery; only a failed flight needs compensation. */
    public Uni<Void> on(DeliveryEvent event) {
        return event instanceof DeliveryInterrupted interrupted
                ? interrupted(Compensation.of(interrupted, closeAt(interrupted), clock.instant()))
                : Uni.createFrom().voidItem();
    }

    private Instant closeAt(DeliveryInterrupted interrupted) {
        return interrupted.header().at().plus(policy.grace());
    }

    private Uni<Void> interrupted(Compensation interruption) {
        return compensations
                .add(interruption)
                .chain(added -> added
                        ? Uni.createFrom().voidItem()
                        : compensations
                                .find(interruption.deliveryId(), interruption.attempt())
                                .chain(known -> interrupted(known.orElseThrow(), interruption)));
    }

    private Uni<Void> interrupted(Entry known, Compensation interruption) {
        Compensation after = known.compensation().interruptedBy(interruption);
        if (after.equals(known.compensation())) {
            return Uni.createFrom().voidItem();
        }
        return compensations
                .replace(known, after, List.of())
                .chain(replaced -> replaced.isPresent() ? Uni.createFrom().voidItem() : interrupted(interruption));
    }
}
