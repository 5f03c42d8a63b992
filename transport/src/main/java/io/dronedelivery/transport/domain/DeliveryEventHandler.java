package io.dronedelivery.transport.domain;

import io.dronedelivery.contracts.delivery.Assignment;
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
import io.dronedelivery.contracts.delivery.DeliveryEvent.Header;
import io.smallrye.mutiny.Uni;
import java.util.Set;

/**
 * Ends shipments when the delivery no longer needs them. It needs no inbox: an end
 * that comes twice, or late, changes nothing.
 */
public final class DeliveryEventHandler {
    /** Events that change nothing here. */
    public static final Set<Class<? extends DeliveryEvent>> IGNORED = DeliveryEvent.NEITHER_SCHEDULING_NOR_ENDING;

    private final Bookings bookings;

    public DeliveryEventHandler(Bookings bookings) {
        this.bookings = bookings;
    }

    /** Takes an event of any delivery. */
    public Uni<Void> on(DeliveryEvent event) {
        return switch (event) {
            case DeliveryCreated created -> scheduled(created.header(), created.assignment());
            case DeliveryRescheduled rescheduled -> scheduled(rescheduled.header(), rescheduled.assignment());
            case DeliveryCompleted _, DeliveryReturned _, DeliveryCancelled _, DeliveryRejected _, DeliveryFailed _ ->
                bookings.end(event.header().deliveryId());
            case DeliveryRequested _,
                    DeliveryHeadedToPickup _,
                    DeliveryPickedUp _,
                    DeliveryHeadedToDropoff _,
                    DeliveryArriving _,
                    DeliveryInterrupted _,
                    DeliveryChangeRefused _ -> Uni.createFrom().voidItem();
        };
    }

    /** Earlier attempts are over. If a drone carries this attempt, so is a shipment of it. */
    private Uni<Void> scheduled(Header header, Assignment assignment) {
        int over = assignment.means() == Assignment.Means.DRONE ? header.attempt() : header.attempt() - 1;
        return bookings.overtake(header.deliveryId(), over);
    }
}
