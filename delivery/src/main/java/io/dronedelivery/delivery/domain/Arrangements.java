package io.dronedelivery.delivery.domain;

import io.dronedelivery.contracts.Outcome;
import io.dronedelivery.contracts.delivery.Attempts.Closure;
import io.dronedelivery.contracts.delivery.Attempts.Interruption;
import io.dronedelivery.contracts.delivery.Attempts.Schedule;
import io.dronedelivery.contracts.delivery.DeliveryStatus;
import io.smallrye.mutiny.Uni;
import java.time.InstantSource;

/** Finishes attempts, one way or the other, and takes the proof of delivery. */
public class Arrangements {
    private final Deliveries deliveries;
    private final InstantSource clock;

    public Arrangements(Deliveries deliveries, InstantSource clock) {
        this.deliveries = deliveries;
        this.clock = clock;
    }

    /** Everything is arranged. */
    public Uni<Outcome<DeliveryStatus>> schedule(String deliveryId, int attempt, Schedule schedule) {
        return deliveries.change(deliveryId, known -> Rules.decide(known, attempt, schedule, clock.instant()));
    }

    /** The attempt is given up. */
    public Uni<Closing> close(String deliveryId, int attempt, Closure closure) {
        return deliveries.change(deliveryId, known -> Rules.decide(known, attempt, closure, clock.instant()));
    }

    /** The flight or shipment of the attempt is taken to have failed; nothing where it is not under way. */
    public Uni<Outcome<DeliveryStatus>> interrupt(String deliveryId, int attempt, Interruption interruption) {
        return deliveries.change(deliveryId, known -> Rules.decide(known, attempt, interruption, clock.instant()));
    }

    /** The hand-over is confirmed by the delivery's owner. */
    public Uni<Outcome<DeliveryStatus>> confirm(String deliveryId, String accountId, Proof proof) {
        return deliveries.change(deliveryId, known -> Rules.decide(known, accountId, proof, clock.instant()));
    }
}
