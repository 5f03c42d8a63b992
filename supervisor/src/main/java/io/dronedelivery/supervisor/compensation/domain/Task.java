package io.dronedelivery.supervisor.compensation.domain;

import io.dronedelivery.contracts.ingestion.DeliveryRequest.RescheduleDelivery;
import io.dronedelivery.contracts.scheduler.CompensationRequested.Step;
import java.util.Optional;

/** What is to be done next for a compensation. */
public sealed interface Task {

    /** A flight failed: have its drone stop, so that another may be sent. */
    record Recall() implements Task {}

    /** Close the attempt at delivery, which decides whether anything is to be undone. */
    record Close() implements Task {}

    record Undo(Step step) implements Task {}

    record GiveUp() implements Task {}

    /** Nothing is left to undo: publish the request that restores a schedule, if there is one. */
    record Finish(Optional<RescheduleDelivery> restore) implements Task {}

    /** What it does, for people. */
    default String text() {
        return switch (this) {
            case Recall _ -> "recalling the drone";
            case Close _ -> "closing the attempt";
            case Undo(Step step) -> "undoing " + step;
            case GiveUp _ -> "giving the delivery up";
            case Finish(var restore) when restore.isPresent() -> "asking for the schedule that restores it";
            case Finish _ -> "finishing";
        };
    }
}
