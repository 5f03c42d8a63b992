package io.dronedelivery.delivery;

import io.dronedelivery.delivery.domain.attempt.AttemptHandler;
import io.dronedelivery.delivery.domain.decision.Deliveries;
import io.dronedelivery.delivery.domain.request.RequestHandler;
import io.dronedelivery.delivery.domain.tracking.TrackingHandler;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.InstantSource;

/** Makes the handlers of the domain. */
@Dependent
class Beans {

    @Produces
    @Singleton
    RequestHandler requests(Deliveries deliveries, InstantSource clock) {
        return new RequestHandler(deliveries, clock, new SecureRandom());
    }

    @Produces
    @Singleton
    AttemptHandler attempts(Deliveries deliveries, InstantSource clock) {
        return new AttemptHandler(deliveries, clock);
    }

    @Produces
    @Singleton
    TrackingHandler tracking(Deliveries deliveries, InstantSource clock) {
        return new TrackingHandler(deliveries, clock);
    }
}
