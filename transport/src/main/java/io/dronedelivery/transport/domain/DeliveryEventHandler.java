package io.dronedelivery.transport.domain;

import io.dronedelivery.contracts.delivery.DeliveryEvent;
import io.dronedelivery.contracts.delivery.DeliveryEvent.DeliveryArriving;
import io.dronedelivery.contracts.delivery.DeliveryEvent.DeliveryCancelled;
import io.dronedelivery.contracts.delivery.DeliveryEvent.DeliveryChangeRefused;
import io.dronedelivery.contracts.delivery.DeliveryEvent.DeliveryCompleted;
import io.dronedelivery.contracts.delivery.DeliveryEvent.DeliveryCreated;
import io.dronedelivery.contracts.delivery.DeliveryEvent.DeliveryFailed;
import io.dronedelivery.contracts.delivery.DeliveryEvent.DeliveryHeadedToDropoff;
import io.dronedelivery.contracts.delivery.DeliveryEvent.DeliveryHeadedToPickup;
import io.dronedelivery.contracts.delivery.DeliveryEvent.DeliveryInterrupted;
import io.dronedelivery.contracts.delivery.DeliveryEvent.DeliveryPickedUp;
import io.dronedelivery.contracts.delivery.DeliveryEvent.DeliveryRejected;
import io.dronedelivery.contracts.delivery.DeliveryEvent.DeliveryRequested;
import io.dronedelivery.contracts.delivery.DeliveryEvent.DeliveryRescheduled;
import io.dronedelivery.contracts.delivery.DeliveryEvent.DeliveryReturned;
import io.smallrye.mutiny.Uni;
import java.util.Set;

/**
 * Ends shipments when the delivery no longer needs them. It needs no inbox: an end
 * that comes twice, or late, changes nothing.
 */
public final class DeliveryEventHandler {
    /** Events that change nothing here. */
    public static final Set<Class<? extends DeliveryEvent>> IGNORED = DeliveryEvent.NEITHER_SCHEDULING_NOR_ENDING;

    private static final int FIRST_ATTEMPT = 1;

    private final Bookings bookings;

    public DeliveryEventHandler(Bookings bookings) {
        this.bookings = bookings;
    }

    /**
     * Takes an event of any delivery. One that is scheduled ends earlier attempts. It does not end a shipment of its own attempt
     * where a drone carries it: there is none, since a carrier is asked only once the fleet has refused for good.
     */
    public Uni<Void> on(DeliveryEvent event) {
        return switch (event) {
            case DeliveryCreated _, DeliveryRescheduled _
            when event.header().attempt() > FIRST_ATTEMPT ->
                bookings.overtake(event.header().deliveryId(), event.header().attempt() - 1);
            case DeliveryCompleted _, DeliveryReturned _, DeliveryCancelled _, DeliveryRejected _, DeliveryFailed _ ->
                bookings.end(event.header().deliveryId());
            case DeliveryCreated _,
                    DeliveryRescheduled _,
                    DeliveryRequested _,
                    DeliveryHeadedToPickup _,
                    DeliveryPickedUp _,
                    DeliveryHeadedToDropoff _,
                    DeliveryArriving _,
                    DeliveryInterrupted _,
                    DeliveryChangeRefused _ -> Uni.createFrom().voidItem();
        };
    }
}
