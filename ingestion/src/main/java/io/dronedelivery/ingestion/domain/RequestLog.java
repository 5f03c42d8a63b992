package io.dronedelivery.ingestion.domain;

import io.dronedelivery.contracts.ingestion.DeliveryRequest;
import io.smallrye.mutiny.Uni;

/** Where accepted requests are stored, in order per delivery. */
@FunctionalInterface
public interface RequestLog {

    /** Completes once the request is on all in-sync replicas. If it fails, the request may be there or not. */
    Uni<Void> append(DeliveryRequest request);
}
