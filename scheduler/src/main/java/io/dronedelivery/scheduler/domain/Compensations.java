package io.dronedelivery.scheduler.domain;

import io.dronedelivery.contracts.scheduler.CompensationRequested;
import io.smallrye.mutiny.Uni;

/** Where it is said that a request failed and what is to be undone. */
@FunctionalInterface
public interface Compensations {

    /** Completes once it is stored for good. */
    Uni<Void> request(CompensationRequested compensation);
}
