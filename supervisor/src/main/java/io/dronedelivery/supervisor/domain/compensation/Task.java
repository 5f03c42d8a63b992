package io.dronedelivery.supervisor.domain.compensation;

import io.dronedelivery.contracts.ingestion.DeliveryRequest.RescheduleDelivery;
import io.dronedelivery.contracts.scheduler.CompensationRequested.Step;
import java.util.Optional;

/** What is to be done next for a workflow. */
sealed interface Task {

    /** Close the attempt at delivery, the arbiter: it says whether anything is to be undone. */
    record Close() implements Task {
        @Override
        public String toString() {
            return "closing the attempt";
        }
    }

    record Undo(Step step) implements Task {
        @Override
        public String toString() {
            return "undoing " + step;
        }
    }

    /** All is undone, or nothing was to be: ask for what is to be restored, if anything. */
    record Finish(Optional<RescheduleDelivery> restore) implements Task {}
}
