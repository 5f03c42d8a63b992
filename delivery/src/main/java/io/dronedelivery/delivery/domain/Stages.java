package io.dronedelivery.delivery.domain;

import io.dronedelivery.contracts.Refusal;
import io.dronedelivery.contracts.delivery.Assignment.Means;
import io.dronedelivery.contracts.delivery.Cause;
import io.dronedelivery.contracts.ingestion.DeliveryOrder.Confirmation;
import java.time.Instant;
import java.util.Optional;

/**
 * Moves a delivery on, stage by stage, to the furthest that its evidence bears out.
 *
 * @param confirmation the proof of delivery, where it is what just came
 */
record Stages(Instant now, Optional<Cause> confirmation) {

    Stages(Instant now) {
        this(now, Optional.empty());
    }

    Change advance(Change change) {
        Optional<Step> next = next(change.delivery());
        return next.isPresent() ? advance(alone(change.then(next.get()), next.get())) : change;
    }

    /** What is being arranged beside it is given up as soon as nothing else may be: its parcel is gone, or may be. */
    static Change alone(Change so, Step last) {
        Cause cause = last.event().header().cause();
        Instant at = last.event().header().at();
        return Reasons.againstSchedule(so.delivery())
                .map(why -> so.givingUpPending(why, new Moment(at, cause)))
                .orElse(so);
    }

    private Optional<Step> next(Delivery delivery) {
        Optional<Step> forward =
                switch (delivery) {
                    case Delivery.Pending _, Delivery.Restarting _, Ended _ -> Optional.empty();
                    case Delivery.Scheduled s -> when(s, Fact.HEADED_TO_PICKUP).map(s::depart);
                    case Delivery.HeadedToPickup s -> when(s, Fact.PICKED_UP).map(s::pickUp);
                    case Delivery.PickedUp s -> when(s, Fact.HEADED_TO_DROPOFF).map(s::carryOff);
                    case Delivery.HeadedToDropoff s -> when(s, Fact.ARRIVING).map(s::arrive);
                    case Delivery.Arriving s -> delivered(s).map(s::complete);
                    case Delivery.Recovering s -> delivered(s).map(s::complete);
                };
        return forward.or(() -> interruption(delivery));
    }

    private Optional<Step> interruption(Delivery delivery) {
        return switch (delivery) {
            case Delivery.Pending _, Ended _, Delivery.Recovering _, Delivery.Restarting _ -> Optional.empty();
            case Carried carried ->
                when(carried, Fact.INTERRUPTED)
                        .or(() -> aborted(carried))
                        .or(() -> when(carried, Fact.ASTRAY))
                        .map(moment -> carried.interrupt(failure(carried.carriage()), moment))
                        .or(() -> elsewhere(carried));
        };
    }

    /** While its carrier is being exchanged, a drone that gives its mission up does as it was told. */
    private Optional<Moment> aborted(Carried carried) {
        boolean asTold = carried instanceof Changeable && carried.dossier().changing();
        return asTold ? Optional.empty() : when(carried, Fact.ABORTED);
    }

    /** Who is sent for a parcel that another has would fetch nothing. */
    private Optional<Step> elsewhere(Carried carried) {
        return Optional.ofNullable(carried.carriage().elsewhere())
                .map(cause -> carried.interrupt(Refusal.FLIGHT_FAILED, new Moment(now, cause)));
    }

    private static Refusal failure(Carriage carriage) {
        return carriage.assignment().means() == Means.DRONE ? Refusal.FLIGHT_FAILED : Refusal.CARRIER_FAILED;
    }

    private Optional<Moment> when(Carried carried, Fact fact) {
        return carried.carriage().cause(fact).map(cause -> new Moment(now, cause));
    }

    /** Where a proof was asked for, nothing completes without it. */
    private Optional<Moment> delivered(Carried carried) {
        Confirmation asked = carried.dossier().order().confirmation();
        Optional<Moment> seen = when(carried, Fact.DELIVERED);
        boolean held = asked != Confirmation.NONE && carried.carriage().proof() == null;
        return seen.filter(_ -> !held)
                .map(moment -> confirmation.map(proof -> new Moment(now, proof)).orElse(moment));
    }
}
