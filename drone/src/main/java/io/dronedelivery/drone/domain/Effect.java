package io.dronedelivery.drone.domain;

import io.dronedelivery.contracts.delivery.Assignment;
import io.dronedelivery.contracts.delivery.DeliveryEvent;
import io.dronedelivery.contracts.delivery.DeliveryEvent.Header;
import java.util.Optional;

/** What an event of a delivery means for the fleet. */
public sealed interface Effect {
    /** Above any attempt there will be. */
    int EVERY_ATTEMPT = Integer.MAX_VALUE;

    String deliveryId();

    int attempt();

    /** The attempt's reservation becomes a mission; those of lower attempts end. */
    record Begin(String deliveryId, int attempt) implements Effect {}

    /** The reservations and missions up to this attempt end. */
    record Overtake(String deliveryId, int attempt) implements Effect {}

    /** The delivery has ended, and everything held for it; no attempt up to this one may begin any more. */
    record End(String deliveryId, int attempt) implements Effect {}

    /** What the event means; empty where it is no concern of the fleet. */
    static Optional<Effect> of(DeliveryEvent event) {
        Header header = event.header();
        return switch (event) {
            case DeliveryEvent.DeliveryCreated created -> Optional.of(scheduled(header, created.assignment()));
            case DeliveryEvent.DeliveryRescheduled again -> Optional.of(scheduled(header, again.assignment()));
            case DeliveryEvent.DeliveryCompleted _,
                    DeliveryEvent.DeliveryReturned _,
                    DeliveryEvent.DeliveryCancelled _,
                    DeliveryEvent.DeliveryRejected _,
                    DeliveryEvent.DeliveryFailed _ -> Optional.of(new End(header.deliveryId(), EVERY_ATTEMPT));
            case DeliveryEvent.DeliveryRequested _,
                    DeliveryEvent.DeliveryHeadedToPickup _,
                    DeliveryEvent.DeliveryPickedUp _,
                    DeliveryEvent.DeliveryHeadedToDropoff _,
                    DeliveryEvent.DeliveryArriving _,
                    DeliveryEvent.DeliveryInterrupted _,
                    DeliveryEvent.DeliveryChangeRefused _ -> Optional.empty();
        };
    }

    private static Effect scheduled(Header header, Assignment assignment) {
        return switch (assignment.means()) {
            case DRONE -> new Begin(header.deliveryId(), header.attempt());
            case THIRD_PARTY -> new Overtake(header.deliveryId(), header.attempt());
        };
    }
}
