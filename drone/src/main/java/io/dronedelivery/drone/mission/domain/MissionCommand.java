package io.dronedelivery.drone.mission.domain;

import io.dronedelivery.contracts.delivery.Assignment;
import io.dronedelivery.contracts.delivery.DeliveryEvent;
import io.dronedelivery.contracts.delivery.DeliveryEvent.Header;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** What an event of a delivery means for its missions. */
public sealed interface MissionCommand {
    /** Events that change nothing here. */
    Set<Class<? extends DeliveryEvent>> IGNORED = DeliveryEvent.NEITHER_SCHEDULING_NOR_ENDING;

    /** Above any attempt there will be. */
    int EVERY_ATTEMPT = Integer.MAX_VALUE;

    String deliveryId();

    int attempt();

    /** Carries it out. */
    default DeliveryMissions apply(DeliveryMissions missions, Instant now) {
        return switch (this) {
            case Confirm _ -> missions.confirm(attempt(), now);
            case Overtake _ -> missions.overtake(attempt(), now);
            case End _ -> missions.endAll(attempt(), now);
        };
    }

    /** The attempt's drone has to fly; earlier attempts end. */
    record Confirm(String deliveryId, int attempt) implements MissionCommand {}

    /** The attempts up to this one end. */
    record Overtake(String deliveryId, int attempt) implements MissionCommand {}

    /** The delivery has ended: every attempt ends, and none up to this one may begin any more. */
    record End(String deliveryId, int attempt) implements MissionCommand {}

    /** What the event means; empty if it does not concern the fleet. */
    static Optional<MissionCommand> of(DeliveryEvent event) {
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

    private static MissionCommand scheduled(Header header, Assignment assignment) {
        return switch (assignment.means()) {
            case DRONE -> new Confirm(header.deliveryId(), header.attempt());
            case THIRD_PARTY -> new Overtake(header.deliveryId(), header.attempt());
        };
    }
}
