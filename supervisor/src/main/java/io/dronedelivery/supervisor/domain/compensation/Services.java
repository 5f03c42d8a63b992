package io.dronedelivery.supervisor.domain.compensation;

import io.dronedelivery.contracts.delivery.Attempts.Closed;
import io.dronedelivery.contracts.delivery.Attempts.Closure;
import io.dronedelivery.contracts.scheduler.CompensationRequested.Step;
import io.smallrye.mutiny.Uni;

/** The services that hold what is to be undone. Every call may be repeated; every failure is tried again. */
public interface Services {
    /** Has delivery close the attempt. */
    Uni<Closed> close(String deliveryId, int attempt, Closure closure);

    /** Has the step's service undo what it did under the attempt, also where it did nothing. */
    Uni<Void> undo(Step step, String deliveryId, int attempt);
}
