package io.dronedelivery.system.simulation;

import io.dronedelivery.contracts.delivery.DeliveryEvent;
import io.dronedelivery.packaging.domain.Custodies;
import io.dronedelivery.scheduler.domain.Drones;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Where something broken may be put in the place of something sound, to see it found.
 *
 * @param custodies where packaging keeps what it knows
 * @param outbox where delivery puts its events
 * @param drones how the scheduler reaches the fleet
 */
record Sabotage(
        UnaryOperator<Custodies> custodies,
        UnaryOperator<Consumer<DeliveryEvent>> outbox,
        UnaryOperator<Drones> drones) {
    static final Sabotage NONE =
            new Sabotage(UnaryOperator.identity(), UnaryOperator.identity(), UnaryOperator.identity());

    static Sabotage ofCustodies(UnaryOperator<Custodies> custodies) {
        return new Sabotage(custodies, NONE.outbox, NONE.drones);
    }

    static Sabotage ofOutbox(UnaryOperator<Consumer<DeliveryEvent>> outbox) {
        return new Sabotage(NONE.custodies, outbox, NONE.drones);
    }

    static Sabotage ofDrones(UnaryOperator<Drones> drones) {
        return new Sabotage(NONE.custodies, NONE.outbox, drones);
    }
}
