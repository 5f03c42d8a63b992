package io.dronedelivery.supervisor.domain.compensation;

import io.dronedelivery.contracts.ingestion.DeliveryRequest.RescheduleDelivery;
import io.dronedelivery.contracts.scheduler.CompensationRequested.Step;
import java.util.Optional;

/** What is to be done next for a workflow; as text, for people. */
sealed interface Task {

    /** A flight failed: have its drone stop, so that another may be sent. */
    record Recall() implements Task {
        @Override
        public String toString() {
            return "recalling the drone";
        }
    }

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

    /** Nobody said in time what became of the parcel. */
    record GiveUp() implements Task {
        @Override
        public String toString() {
            return "giving the delivery up";
        }
    }

    /** All is undone, or nothing was to be: ask for what is to be restored, if anything. */
    record Finish(Optional<RescheduleDelivery> restore) implements Task {
        @Override
        public String toString() {
            return restore.isPresent() ? "asking for the schedule that restores it" : "finishing";
        }
    }
}
