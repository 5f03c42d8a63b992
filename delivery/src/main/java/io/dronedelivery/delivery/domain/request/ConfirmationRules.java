package io.dronedelivery.delivery.domain.request;

import io.dronedelivery.contracts.Outcome;
import io.dronedelivery.contracts.Refusal;
import io.dronedelivery.contracts.delivery.Cause;
import io.dronedelivery.contracts.delivery.DeliveryStatus;
import io.dronedelivery.contracts.ingestion.DeliveryOrder.Confirmation;
import io.dronedelivery.delivery.domain.decision.Decision;
import io.dronedelivery.delivery.domain.decision.StageRules;
import io.dronedelivery.delivery.domain.decision.Update;
import io.dronedelivery.delivery.domain.lifecycle.Delivery;
import io.dronedelivery.delivery.domain.lifecycle.DeliveryRecord;
import io.dronedelivery.delivery.domain.lifecycle.Ended;
import io.dronedelivery.delivery.domain.lifecycle.Pending;
import io.dronedelivery.delivery.domain.lifecycle.ProofOfDelivery;
import io.dronedelivery.delivery.domain.lifecycle.Restarting;
import java.time.Instant;
import java.util.Optional;

/** Decides what happens when a proof of delivery is given. */
public record ConfirmationRules(Instant now) {

    public Decision<Outcome<DeliveryStatus>> confirm(
            Optional<Delivery> delivery, String accountId, ProofOfDelivery proof) {
        return delivery.filter(known -> known.record().accountId().equals(accountId))
                .map(known -> confirm(known, proof))
                .orElseGet(() -> refused(Refusal.NOT_FOUND, "no such delivery of this account"));
    }

    private Decision<Outcome<DeliveryStatus>> confirm(Delivery delivery, ProofOfDelivery proof) {
        DeliveryRecord record = delivery.record();
        Confirmation asked = record.order().confirmation();
        if (asked == Confirmation.NONE) {
            return refused(Refusal.INVALID, "this delivery asks for no confirmation");
        }
        if (!proof.proves(asked, record.pin())) {
            return refused(Refusal.WRONG_CONFIRMATION, "this delivery is to be confirmed with the right " + asked);
        }
        return switch (delivery) {
            case Ended ended when ended.status() == DeliveryStatus.COMPLETED -> granted(ended);
            case Ended _ -> refused(Refusal.ALREADY_ENDED, "the delivery has ended");
            case Delivery.Assigned assigned when assigned.transport().pickedUp() -> accept(assigned, proof.only(asked));
            case Pending _, Restarting _, Delivery.Assigned _ ->
                refused(Refusal.WRONG_CONFIRMATION, "the parcel is not picked up yet: confirm when it is handed over");
        };
    }

    private Decision<Outcome<DeliveryStatus>> accept(Delivery.Assigned delivery, ProofOfDelivery proof) {
        if (delivery.transport().proof() != null) {
            return granted(delivery);
        }
        DeliveryRecord record = delivery.record();
        Cause cause = Cause.of(
                Cause.Source.CONFIRMATION,
                record.deliveryId(),
                "confirmed by " + record.order().confirmation());
        Update confirmed = Update.silent(delivery.with(delivery.transport().with(proof)));
        Update update = new StageRules(now, Optional.of(cause)).advance(confirmed);
        return Decision.of(update, new Outcome.Granted<>(update.delivery().status()));
    }

    private static Decision<Outcome<DeliveryStatus>> granted(Delivery delivery) {
        return Decision.unchanged(new Outcome.Granted<>(delivery.status()));
    }

    private static Decision<Outcome<DeliveryStatus>> refused(Refusal code, String detail) {
        return Decision.unchanged(new Outcome.Refused<>(code, detail));
    }
}
