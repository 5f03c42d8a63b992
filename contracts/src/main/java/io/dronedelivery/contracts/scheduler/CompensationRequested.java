package io.dronedelivery.contracts.scheduler;

import io.dronedelivery.contracts.Money;
import io.dronedelivery.contracts.Refusal;
import io.dronedelivery.contracts.ingestion.DeliveryRequest;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The message on <code>delivery.compensations</code>, keyed by deliveryId: a request could not be carried out; undo it.
 *
 * @param deliveryId the delivery
 * @param attempt the attempt that failed
 * @param request what was asked for
 * @param failed the step that failed
 * @param code why
 * @param detail why, for people
 * @param undo the steps that were or may have been done, in the order they were done, the failed one included
 * @param price what was held for it; absent where nothing is known to be held
 * @param at when it failed
 */
public record CompensationRequested(
        String deliveryId,
        int attempt,
        DeliveryRequest request,
        Step failed,
        Refusal code,
        String detail,
        List<Step> undo,
        @Nullable Money price,
        Instant at) {

    /** Names this compensation: one per attempt. */
    public String compensationId() {
        return deliveryId + "/" + attempt;
    }

    /** The steps of carrying a delivery out, in their order. */
    public enum Step {
        HOLD_MONEY,
        REGISTER_PACKAGE,
        RESERVE_DRONE,
        BOOK_SHIPMENT,
        SCHEDULE
    }
}
