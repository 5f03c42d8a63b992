package io.dronedelivery.delivery;

import io.dronedelivery.delivery.domain.DeliveryDomain;
import io.dronedelivery.delivery.domain.decision.Deliveries;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.InstantSource;

/** Makes the domain a bean. */
@Dependent
class Beans {

    @Produces
    @Singleton
    DeliveryDomain domain(Deliveries deliveries, DeliveryMeters meters, InstantSource clock) {
        return DeliveryDomain.of(new CountedDeliveries(deliveries, meters::count), clock, new SecureRandom());
    }
}
