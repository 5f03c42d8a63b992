package io.dronedelivery.transport.domain;

import java.time.InstantSource;
import java.util.List;

/** The domain's classes, put together. The {@link Dispatch} stands for the simulated carrier, and is none of them. */
public record TransportDomain(Bookings bookings, DeliveryEventHandler deliveryEvents) {

    /** On these stores. A further carrier is added here. */
    public static TransportDomain of(Consignments consignments, Jobs jobs, InstantSource clock) {
        Carriers carriers = new Carriers(List.of(new Overland(jobs, clock)));
        Bookings bookings = new Bookings(consignments, carriers, clock);
        return new TransportDomain(bookings, new DeliveryEventHandler(bookings));
    }
}
