package io.dronedelivery.scheduler.domain;

import io.dronedelivery.contracts.Outcome;
import io.dronedelivery.contracts.delivery.Attempts.Opening;
import io.dronedelivery.contracts.delivery.Attempts.Schedule;
import io.dronedelivery.contracts.ingestion.DeliveryRequest;
import io.smallrye.mutiny.Uni;

/**
 * The attempts at deliveries, kept by the service delivery. As with every port here: the same call has the same outcome
 * however often it is made, a refusal is definitive, and a failure means that nobody knows whether it was done.
 */
public interface Attempts {

    /** Begins the attempt to carry a request out, or says that there is nothing to do. */
    Uni<Outcome<Opening>> open(DeliveryRequest request);

    /** Ends it well: everything is arranged. */
    Uni<Outcome<Schedule>> schedule(String deliveryId, int attempt, Schedule schedule);
}
