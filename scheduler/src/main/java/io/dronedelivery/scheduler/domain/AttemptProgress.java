package io.dronedelivery.scheduler.domain;

import io.dronedelivery.contracts.Money;
import io.dronedelivery.contracts.Outcome;
import io.dronedelivery.contracts.Outcome.Granted;
import io.dronedelivery.contracts.Outcome.Refused;
import io.dronedelivery.contracts.Refusal;
import io.dronedelivery.contracts.accounting.Charges.Charge;
import io.dronedelivery.contracts.delivery.Attempts.Proceed;
import io.dronedelivery.contracts.ingestion.DeliveryOrder;
import io.dronedelivery.contracts.ingestion.DeliveryRequest;
import io.dronedelivery.contracts.scheduler.CompensationRequested;
import io.dronedelivery.contracts.scheduler.CompensationRequested.Step;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The progress of an attempt: what is requested, and what was or may have been done for it so far. */
final class AttemptProgress {
    private final DeliveryRequest request;
    private final Proceed proceed;
    private final Set<Step> touched = EnumSet.noneOf(Step.class); // in the order of the steps
    private Step current = Step.HOLD_MONEY;
    private @Nullable Money held;

    AttemptProgress(DeliveryRequest request, Proceed proceed) {
        this.request = request;
        this.proceed = proceed;
    }

    String deliveryId() {
        return request.deliveryId();
    }

    String accountId() {
        return request.accountId();
    }

    String requestId() {
        return request.requestId();
    }

    int attempt() {
        return proceed.attempt();
    }

    DeliveryOrder order() {
        return proceed.order();
    }

    void begin(Step step) {
        current = step;
    }

    /** The current step was asked for, and no answer came. */
    void lost() {
        touched.add(current);
    }

    /** The current step was answered. */
    void answered(Outcome<?> outcome) {
        boolean mayBeDone =
                switch (outcome) {
                    case Granted<?>(Charge charge) -> {
                        held = charge.amount();
                        yield true;
                    }
                    case Granted<?> _ -> true;
                    case Refused<?>(Refusal code, String _) -> code == Refusal.MALFORMED_ANSWER;
                };
        if (mayBeDone) {
            touched.add(current);
        }
    }

    CompensationRequested compensation(Refusal code, String detail, Instant now) {
        return new CompensationRequested(
                deliveryId(), attempt(), request, current, code, detail, List.copyOf(touched), held, now);
    }
}
