package io.dronedelivery.delivery.domain.attempt;

import io.dronedelivery.contracts.Outcome;
import io.dronedelivery.contracts.delivery.Attempts.Closure;
import io.dronedelivery.contracts.delivery.Attempts.Interruption;
import io.dronedelivery.contracts.delivery.Attempts.Schedule;
import io.dronedelivery.contracts.delivery.DeliveryStatus;
import io.dronedelivery.delivery.domain.decision.Deliveries;
import io.smallrye.mutiny.Uni;
import java.time.InstantSource;

/** Schedules, closes and interrupts attempts. */
public class AttemptHandler {
    private final Deliveries deliveries;
    private final InstantSource clock;

    public AttemptHandler(Deliveries deliveries, InstantSource clock) {
        this.deliveries = deliveries;
        this.clock = clock;
    }

    /** The scheduler has arranged everything. */
    public Uni<Outcome<DeliveryStatus>> schedule(String deliveryId, int attempt, Schedule schedule) {
        return deliveries.update(deliveryId, known -> rules().schedule(known, attempt, schedule));
    }

    /** The attempt is given up. */
    public Uni<ClosureAnswer> close(String deliveryId, int attempt, Closure closure) {
        return deliveries.update(deliveryId, known -> new ClosureRules(clock.instant()).close(known, attempt, closure));
    }

    /** The flight or shipment of the attempt is taken to have failed; changes nothing where it is not under way. */
    public Uni<Outcome<DeliveryStatus>> interrupt(String deliveryId, int attempt, Interruption interruption) {
        return deliveries.update(deliveryId, known -> rules().interrupt(known, attempt, interruption));
    }

    private AttemptRules rules() {
        return new AttemptRules(clock.instant());
    }
}
