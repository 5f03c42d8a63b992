package io.dronedelivery.delivery.domain;

import io.dronedelivery.delivery.domain.attempt.AttemptHandler;
import io.dronedelivery.delivery.domain.decision.Deliveries;
import io.dronedelivery.delivery.domain.request.RequestHandler;
import io.dronedelivery.delivery.domain.tracking.TrackingHandler;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/** The handlers of the domain, put together, and the store that they share. */
public record DeliveryDomain(
        Deliveries deliveries, RequestHandler requests, AttemptHandler attempts, TrackingHandler tracking) {

    /** On this store. */
    public static DeliveryDomain of(Deliveries deliveries, InstantSource clock, RandomGenerator random) {
        return new DeliveryDomain(
                deliveries,
                new RequestHandler(deliveries, clock, random),
                new AttemptHandler(deliveries, clock),
                new TrackingHandler(deliveries, clock));
    }
}
