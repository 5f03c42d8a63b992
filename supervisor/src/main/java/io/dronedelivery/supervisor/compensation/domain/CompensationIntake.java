package io.dronedelivery.supervisor.compensation.domain;

import io.dronedelivery.contracts.delivery.DeliveryEvent;
import io.dronedelivery.contracts.delivery.DeliveryEvent.DeliveryInterrupted;
import io.dronedelivery.contracts.scheduler.CompensationRequested;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Takes messages in, and stores what is to be compensated. An attempt has one compensation. So a message that comes again
 * changes nothing, and no inbox is needed.
 */
public final class CompensationIntake {
    /** Events that change nothing here. */
    public static final Set<Class<? extends DeliveryEvent>> IGNORED = Set.of(
            DeliveryEvent.DeliveryRequested.class,
            DeliveryEvent.DeliveryCreated.class,
            DeliveryEvent.DeliveryRescheduled.class,
            DeliveryEvent.DeliveryHeadedToPickup.class,
            DeliveryEvent.DeliveryPickedUp.class,
            DeliveryEvent.DeliveryHeadedToDropoff.class,
            DeliveryEvent.DeliveryArriving.class,
            DeliveryEvent.DeliveryCompleted.class,
            DeliveryEvent.DeliveryReturned.class,
            DeliveryEvent.DeliveryCancelled.class,
            DeliveryEvent.DeliveryRejected.class,
            DeliveryEvent.DeliveryFailed.class,
            DeliveryEvent.DeliveryChangeRefused.class);

    private final Compensations compensations;
    private final Duration grace;
    private final InstantSource clock;

    /**
     * Stores what it takes in there.
     *
     * @param grace how long a failed flight may still end well before its attempt is closed
     */
    public CompensationIntake(Compensations compensations, Duration grace, InstantSource clock) {
        this.compensations = compensations;
        this.grace = grace;
        this.clock = clock;
    }

    /** The scheduler could not carry an attempt out. */
    public Uni<Void> on(CompensationRequested requested) {
        return compensations.add(Compensation.of(requested, clock.instant())).replaceWithVoid();
    }

    /** Something happened to a delivery; only a failed flight needs compensation. */
    public Uni<Void> on(DeliveryEvent event) {
        return event instanceof DeliveryInterrupted interrupted
                ? interrupted(
                        Compensation.of(interrupted, interrupted.header().at().plus(grace), clock.instant()))
                : Uni.createFrom().voidItem();
    }

    private Uni<Void> interrupted(Compensation interruption) {
        return compensations
                .add(interruption)
                .chain(added -> added ? Uni.createFrom().item(true) : addToKnown(interruption))
                .chain(stored -> stored ? Uni.createFrom().voidItem() : interrupted(interruption));
    }

    /** Of an attempt that has a compensation already; false if somebody else has changed that in between. */
    private Uni<Boolean> addToKnown(Compensation interruption) {
        return compensations
                .find(interruption.deliveryId(), interruption.attempt())
                .map(Optional::orElseThrow)
                .chain(known -> {
                    Compensation after = known.compensation().interruptedBy(interruption);
                    return after.equals(known.compensation())
                            ? Uni.createFrom().item(true)
                            : compensations.replace(known, after, List.of()).map(Optional::isPresent);
                });
    }
}
