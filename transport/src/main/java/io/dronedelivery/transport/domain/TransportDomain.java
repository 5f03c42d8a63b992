package io.dronedelivery.transport.domain;

import io.dronedelivery.transport.domain.carrier.Carriers;
import io.dronedelivery.transport.domain.overland.Dispatch;
import io.dronedelivery.transport.domain.overland.Jobs;
import io.dronedelivery.transport.domain.overland.Overland;
import java.time.InstantSource;
import java.util.List;

/** The domain's classes, put together. The {@link Dispatch} belongs to the simulated carrier, not to them. */
public record TransportDomain(Bookings bookings, DeliveryEventHandler deliveryEvents) {

    /** On these stores. Add another carrier here. */
    public static TransportDomain of(Consignments consignments, Jobs jobs, InstantSource clock) {
        Carriers carriers = new Carriers(List.of(new Overland(jobs, clock)));
        Bookings bookings = new Bookings(consignments, carriers, clock);
        return new TransportDomain(bookings, new DeliveryEventHandler(bookings));
    }
}
