package io.dronedelivery.supervisor.compensation.domain;

import io.dronedelivery.contracts.Outcome;
import io.dronedelivery.contracts.delivery.Attempts.Closed;
import io.dronedelivery.contracts.delivery.Attempts.Closure;
import io.dronedelivery.contracts.scheduler.CompensationRequested.Step;
import io.smallrye.mutiny.Uni;

/**
 * The services that undo the steps. Every call may be repeated. A call that failed may succeed next time. One that was
 * refused will be refused again until somebody changes something.
 */
public interface Services {
    record Done() {}

    /** Recalls the attempt's drone, if it has one. */
    Uni<Outcome<Done>> recall(String deliveryId, int attempt);

    /** Closes the attempt at delivery. Fails for as long as a drone may still fly it. */
    Uni<Outcome<Closed>> close(String deliveryId, int attempt, Closure closure);

    /** Undoes what the step's service did under the attempt. It may have done nothing. */
    Uni<Outcome<Done>> undo(Step step, String deliveryId, int attempt);
}
