package io.dronedelivery.delivery.domain;

import io.dronedelivery.contracts.Outcome;
import io.dronedelivery.contracts.Refusal;
import io.dronedelivery.contracts.delivery.Cause;
import io.dronedelivery.contracts.delivery.DeliveryStatus;
import io.dronedelivery.contracts.ingestion.DeliveryOrder.Confirmation;
import java.time.Instant;
import java.util.Optional;

/** What comes of a proof of delivery. */
final class ConfirmationRules {
    private ConfirmationRules() {}

    static Decision<Outcome<DeliveryStatus>> confirm(
            Optional<Delivery> delivery, String accountId, Proof proof, Instant now) {
        return delivery.filter(known -> known.dossier().accountId().equals(accountId))
                .map(known -> confirm(known, proof, now))
                .orElseGet(() -> refused(Refusal.NOT_FOUND, "no such delivery of this account"));
    }

    private static Decision<Outcome<DeliveryStatus>> confirm(Delivery delivery, Proof proof, Instant now) {
        Dossier file = delivery.dossier();
        Confirmation asked = file.order().confirmation();
        if (asked == Confirmation.NONE) {
            return refused(Refusal.INVALID, "this delivery asks for no confirmation");
        }
        if (!proof.proves(asked, file.pin())) {
            return refused(Refusal.WRONG_CONFIRMATION, "this delivery is to be confirmed with the right " + asked);
        }
        return switch (delivery) {
            case Ended.Completed completed -> Decision.unchanged(new Outcome.Granted<>(completed.status()));
            case Ended _ -> refused(Refusal.ALREADY_ENDED, "the delivery has ended");
            case Carried carried when carried.carriage().pickedUp() -> confirmed(carried, proof, now);
            case Delivery.Pending _, Delivery.Restarting _, Carried _ ->
                refused(Refusal.WRONG_CONFIRMATION, "the parcel is not picked up yet: confirm when it is handed over");
        };
    }

    private static Decision<Outcome<DeliveryStatus>> confirmed(Carried delivery, Proof proof, Instant now) {
        if (delivery.carriage().proof() != null) {
            return Decision.unchanged(new Outcome.Granted<>(delivery.status()));
        }
        Delivery after = delivery.with(
                delivery.carriage().with(proof.only(delivery.dossier().order().confirmation())));
        Dossier file = delivery.dossier();
        Cause cause = Cause.of(
                Cause.Source.CONFIRMATION,
                file.deliveryId(),
                "confirmed by " + file.order().confirmation());
        Change change = new Stages(now, Optional.of(cause)).advance(Change.quiet(after));
        return Decision.of(change, new Outcome.Granted<>(change.delivery().status()));
    }

    private static Decision<Outcome<DeliveryStatus>> refused(Refusal code, String detail) {
        return Decision.unchanged(new Outcome.Refused<>(code, detail));
    }
}
