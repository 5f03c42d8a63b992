package io.dronedelivery.supervisor.compensation.domain;

import io.dronedelivery.contracts.Money;
import io.dronedelivery.contracts.Refusal;
import io.dronedelivery.contracts.delivery.Cause;
import io.dronedelivery.contracts.delivery.DeliveryEvent;
import io.dronedelivery.contracts.delivery.DeliveryEvent.DeliveryInterrupted;
import io.dronedelivery.contracts.delivery.DeliveryEvent.Header;
import io.dronedelivery.contracts.delivery.DeliveryStatus;
import io.dronedelivery.contracts.ingestion.DeliveryChange;
import io.dronedelivery.contracts.ingestion.DeliveryRequest.RescheduleDelivery;
import io.dronedelivery.contracts.scheduler.CompensationRequested;
import io.dronedelivery.contracts.scheduler.CompensationRequested.Step;
import io.dronedelivery.testing.Orders;
import java.time.Instant;
import java.util.List;

/** CompensationMessages to test with. */
public final class CompensationMessages {
    private CompensationMessages() {}

    /** The last of the steps failed; where there is none, the money was refused. */
    public static CompensationRequested compensation(String deliveryId, int attempt, List<Step> steps, Instant at) {
        return new CompensationRequested(
                deliveryId,
                attempt,
                Orders.schedule(deliveryId, "account", at),
                steps.isEmpty() ? Step.HOLD_MONEY : steps.getLast(),
                Refusal.UNAVAILABLE,
                "the drone service could not be reached in time",
                steps,
                new Money(1250, "EUR"),
                at);
    }

    public static DeliveryInterrupted interrupted(String deliveryId, int attempt, long version, Instant at) {
        return new DeliveryInterrupted(
                header(deliveryId, attempt, version, DeliveryStatus.RECOVERING, at),
                Refusal.FLIGHT_FAILED,
                "the link to the drone was lost");
    }

    public static DeliveryEvent completed(String deliveryId, int attempt, long version, Instant at) {
        return new DeliveryEvent.DeliveryCompleted(header(deliveryId, attempt, version, DeliveryStatus.COMPLETED, at));
    }

    /** Its deadline is hours ahead. At the deadline of an unanswered change the watch publishes it once more. */
    public static RescheduleDelivery restore(String deliveryId, Instant at) {
        return new RescheduleDelivery(
                "restore-" + deliveryId,
                deliveryId,
                "account",
                at,
                new DeliveryChange(null, null, Orders.order(at).deadline()));
    }

    private static Header header(String deliveryId, int attempt, long version, DeliveryStatus status, Instant at) {
        Cause cause = Cause.of(Cause.Source.TELEMETRY, "drone", "test");
        return new Header(deliveryId, version, "account", attempt, status, at, cause);
    }
}
