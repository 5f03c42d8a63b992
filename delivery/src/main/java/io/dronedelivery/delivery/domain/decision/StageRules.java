package io.dronedelivery.delivery.domain.decision;

import io.dronedelivery.contracts.Refusal;
import io.dronedelivery.contracts.delivery.Assignment.Means;
import io.dronedelivery.contracts.delivery.Cause;
import io.dronedelivery.contracts.delivery.DeliveryEvent.Header;
import io.dronedelivery.contracts.ingestion.DeliveryOrder.Confirmation;
import io.dronedelivery.delivery.domain.evidence.Incident;
import io.dronedelivery.delivery.domain.evidence.Milestone;
import io.dronedelivery.delivery.domain.lifecycle.AfterPickup;
import io.dronedelivery.delivery.domain.lifecycle.BeforePickup;
import io.dronedelivery.delivery.domain.lifecycle.Delivery;
import io.dronedelivery.delivery.domain.lifecycle.Ended;
import io.dronedelivery.delivery.domain.lifecycle.Pending;
import io.dronedelivery.delivery.domain.lifecycle.Recovering;
import io.dronedelivery.delivery.domain.lifecycle.Restarting;
import io.dronedelivery.delivery.domain.lifecycle.Transition;
import io.dronedelivery.delivery.domain.lifecycle.Trigger;
import java.time.Instant;
import java.util.Optional;

/**
 * Moves a delivery on, stage by stage, as far as its evidence shows.
 *
 * @param confirmation the proof of delivery, where the delivery moves on because of it
 */
public record StageRules(Instant now, Optional<Cause> confirmation) {

    public StageRules(Instant now) {
        this(now, Optional.empty());
    }

    public Update advance(Update update) {
        return next(update.delivery())
                .map(transition -> advance(endPendingChange(update.then(transition), trigger(transition))))
                .orElse(update);
    }

    /** Ends the change that is being arranged as soon as nothing may be scheduled: the parcel is gone, or may be. */
    public static Update endPendingChange(Update update, Trigger trigger) {
        return RefusalReasons.againstSchedule(update.delivery())
                .map(why -> update.endingPendingChange(why, trigger))
                .orElse(update);
    }

    private static Trigger trigger(Transition transition) {
        Header header = transition.event().header();
        return new Trigger(header.at(), header.cause());
    }

    private Optional<Transition> next(Delivery delivery) {
        return switch (delivery) {
            case Pending _, Restarting _, Ended _ -> Optional.empty();
            case Recovering recovering -> delivered(recovering).map(recovering::complete);
            case BeforePickup before -> next(before).or(() -> interruption(before));
            case AfterPickup after -> next(after).or(() -> interruption(after));
        };
    }

    private Optional<Transition> next(BeforePickup delivery) {
        return switch (delivery.stage()) {
            case SCHEDULED -> reached(delivery, Milestone.HEADED_TO_PICKUP).map(delivery::headToPickup);
            case HEADED_TO_PICKUP -> reached(delivery, Milestone.PICKED_UP).map(delivery::pickUp);
        };
    }

    private Optional<Transition> next(AfterPickup delivery) {
        return switch (delivery.stage()) {
            case PICKED_UP -> reached(delivery, Milestone.HEADED_TO_DROPOFF).map(delivery::headToDropoff);
            case HEADED_TO_DROPOFF -> reached(delivery, Milestone.ARRIVING).map(delivery::arrive);
            case ARRIVING -> delivered(delivery).map(delivery::complete);
        };
    }

    private Optional<Transition> interruption(Delivery.UnderWay delivery) {
        return happened(delivery, Incident.FAILED)
                .or(() -> aborted(delivery))
                .or(() -> happened(delivery, Incident.PARCEL_ASTRAY))
                .map(trigger -> delivery.interrupt(failure(delivery), trigger))
                .or(() -> parcelElsewhere(delivery));
    }

    /** While a change is arranged, a drone that gives its mission up does as it was told. */
    private Optional<Trigger> aborted(Delivery.UnderWay delivery) {
        boolean asTold = delivery instanceof BeforePickup && delivery.record().changing();
        return asTold ? Optional.empty() : happened(delivery, Incident.ABORTED);
    }

    /** If another drone has the parcel, the one that is assigned now would find nothing. */
    private Optional<Transition> parcelElsewhere(Delivery.UnderWay delivery) {
        return Optional.ofNullable(delivery.transport().parcelElsewhere())
                .map(cause -> delivery.interrupt(Refusal.FLIGHT_FAILED, new Trigger(now, cause)));
    }

    private static Refusal failure(Delivery.UnderWay delivery) {
        return delivery.transport().assignment().means() == Means.DRONE
                ? Refusal.FLIGHT_FAILED
                : Refusal.CARRIER_FAILED;
    }

    private Optional<Trigger> reached(Delivery.Assigned delivery, Milestone milestone) {
        return delivery.transport().reached(milestone).map(cause -> new Trigger(now, cause));
    }

    private Optional<Trigger> happened(Delivery.Assigned delivery, Incident incident) {
        return delivery.transport().happened(incident).map(cause -> new Trigger(now, cause));
    }

    /** If the order asks for a proof of delivery, the delivery does not complete without it. */
    private Optional<Trigger> delivered(Delivery.Assigned delivery) {
        Confirmation asked = delivery.record().order().confirmation();
        boolean proven = asked == Confirmation.NONE || delivery.transport().proof() != null;
        return reached(delivery, Milestone.DELIVERED).filter(_ -> proven).map(trigger -> confirmation
                .map(proof -> new Trigger(now, proof))
                .orElse(trigger));
    }
}
