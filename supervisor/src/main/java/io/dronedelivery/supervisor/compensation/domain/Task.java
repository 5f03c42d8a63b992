package io.dronedelivery.supervisor.compensation.domain;

import io.dronedelivery.contracts.ingestion.DeliveryRequest.RescheduleDelivery;
import io.dronedelivery.contracts.scheduler.CompensationRequested.Step;
import java.util.Optional;

/** What is to be done next for a compensation. Its text is for people. */
public sealed interface Task {

    /** A flight failed: have its drone stop, so that another may be sent. */
    record Recall() implements Task {
        @Override
        public String toString() {
            return "recalling the drone";
        }
    }

    /** Close the attempt at delivery, which decides whether anything is to be undone. */
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

    /** Nobody decided in time what became of the parcel. */
    record GiveUp() implements Task {
        @Override
        public String toString() {
            return "giving the delivery up";
        }
    }

    /** Nothing is left to undo: publish the request that restores a schedule, if there is one. */
    record Finish(Optional<RescheduleDelivery> restore) implements Task {
        @Override
        public String toString() {
            return restore.isPresent() ? "asking for the schedule that restores it" : "finishing";
        }
    }
}
