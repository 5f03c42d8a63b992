package io.dronedelivery.transport;

import io.dronedelivery.transport.domain.Bookings;
import io.dronedelivery.transport.domain.Callbacks;
import io.dronedelivery.transport.domain.Carriers;
import io.dronedelivery.transport.domain.Consignments;
import io.dronedelivery.transport.domain.DeliveryEventHandler;
import io.dronedelivery.transport.domain.Dispatch;
import io.dronedelivery.transport.domain.Jobs;
import io.dronedelivery.transport.domain.Overland;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;

/** Makes the domain's classes, which know no framework, known to it. A further carrier is added here. */
@Dependent
class Beans {

    @Produces
    @Singleton
    Bookings bookings(Consignments consignments, Carriers carriers, InstantSource clock) {
        return new Bookings(consignments, carriers, clock);
    }

    @Produces
    @Singleton
    DeliveryEventHandler life(Bookings bookings) {
        return new DeliveryEventHandler(bookings);
    }

    @Produces
    @Singleton
    Carriers carriers(Jobs jobs, InstantSource clock) {
        return new Carriers(List.of(new Overland(jobs, clock)));
    }

    @Produces
    @Singleton
    Dispatch dispatch(Jobs jobs, Callbacks callbacks, InstantSource clock) {
        return new Dispatch(jobs, callbacks, clock);
    }
}
