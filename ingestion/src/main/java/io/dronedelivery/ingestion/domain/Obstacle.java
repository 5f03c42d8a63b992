package io.dronedelivery.ingestion.domain;

import io.dronedelivery.contracts.Refusal;
import io.dronedelivery.contracts.delivery.DeliveryStatus;
import io.dronedelivery.contracts.delivery.DeliveryView;
import io.dronedelivery.ingestion.domain.Answer.Impossible;
import java.util.Optional;

/** Why a delivery can't be changed or cancelled any more, as far as is known here; delivery itself has the last word. */
final class Obstacle {
    private Obstacle() {}

    static Optional<Answer> to(Sender sender, Optional<DeliveryView> known) {
        return known.flatMap(delivery -> to(sender, delivery));
    }

    private static Optional<Answer> to(Sender sender, DeliveryView delivery) {
        if (!delivery.accountId().equals(sender.accountId())) {
            return Optional.of(notFound(delivery.deliveryId()));
        }
        return switch (delivery.status()) {
            case PENDING, SCHEDULED, HEADED_TO_PICKUP, RECOVERING -> Optional.empty();
            case PICKED_UP, HEADED_TO_DROPOFF, ARRIVING ->
                impossible(Refusal.ALREADY_PICKED_UP, delivery.status(), "The parcel has been picked up");
            case COMPLETED, CANCELLED, REJECTED, RETURNED, FAILED ->
                impossible(Refusal.ALREADY_ENDED, delivery.status(), "The delivery has ended");
        };
    }

    /** The same for somebody else's delivery as for none: who asks learns nothing of others. */
    static Impossible notFound(String deliveryId) {
        return new Impossible(Refusal.NOT_FOUND, "There is no delivery " + deliveryId + " of this account.");
    }

    private static Optional<Answer> impossible(Refusal code, DeliveryStatus status, String what) {
        return Optional.of(new Impossible(
                code, "%s (%s): it can be neither changed nor cancelled any more.".formatted(what, status)));
    }
}
