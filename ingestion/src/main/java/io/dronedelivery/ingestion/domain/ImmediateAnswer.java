package io.dronedelivery.ingestion.domain;

import io.dronedelivery.contracts.Refusal;
import io.dronedelivery.contracts.delivery.DeliveryStatus;
import io.dronedelivery.contracts.delivery.DeliveryView;
import io.dronedelivery.contracts.delivery.KeyUse;
import io.dronedelivery.contracts.ingestion.DeliveryRequest;
import io.dronedelivery.ingestion.domain.Answer.Accepted;
import io.dronedelivery.ingestion.domain.Answer.Impossible;
import java.util.Optional;

/**
 * What can be answered at once, as far as is known here: the first answer to a repeat, or why a request is impossible.
 * The service delivery decides for good.
 */
final class ImmediateAnswer {
    private ImmediateAnswer() {}

    /** To a repeat, to another request under its key, and to another account. */
    static Optional<Answer> to(DeliveryRequest request, KeyUse known) {
        if (!known.delivery().accountId().equals(request.accountId())) {
            return Optional.of(notFound(request.deliveryId()));
        }
        return Optional.ofNullable(known.requestId())
                .map(first -> first.equals(request.requestId()) ? accepted(request) : keyReused());
    }

    /** To a change or a cancel that comes too late, and is no repeat. */
    static Optional<Answer> tooLate(DeliveryView delivery) {
        DeliveryStatus status = delivery.status();
        return switch (status) {
            case PENDING, SCHEDULED, HEADED_TO_PICKUP, RECOVERING -> Optional.empty();
            case PICKED_UP, HEADED_TO_DROPOFF, ARRIVING ->
                impossible(Refusal.ALREADY_PICKED_UP, status, "The parcel has been picked up");
            case COMPLETED, CANCELLED, REJECTED, RETURNED, FAILED ->
                impossible(Refusal.ALREADY_ENDED, status, "The delivery has ended");
        };
    }

    /** The request is stored. The answer does not depend on the current status, since a repeat gets the same answer. */
    static Accepted accepted(DeliveryRequest request) {
        return new Accepted(request.deliveryId(), request.requestId(), DeliveryStatus.PENDING);
    }

    /** The same whether another account has the delivery or nobody: a client learns nothing of others. */
    static Impossible notFound(String deliveryId) {
        return new Impossible(Refusal.NOT_FOUND, "There is no delivery " + deliveryId + " of this account.");
    }

    private static Impossible keyReused() {
        return new Impossible(
                Refusal.KEY_REUSED, "This Idempotency-Key was used before, for another request: use a new one.");
    }

    private static Optional<Answer> impossible(Refusal code, DeliveryStatus status, String what) {
        return Optional.of(new Impossible(
                code, "%s (%s): it can be neither changed nor cancelled any more.".formatted(what, status)));
    }
}
