package io.dronedelivery.testing.records;

import io.dronedelivery.contracts.Money;
import io.dronedelivery.contracts.Refusal;
import io.dronedelivery.contracts.Topic;
import io.dronedelivery.contracts.delivery.Cause;
import io.dronedelivery.contracts.delivery.DeliveryEvent;
import io.dronedelivery.contracts.delivery.DeliveryEvent.DeliveryCancelled;
import io.dronedelivery.contracts.delivery.DeliveryStatus;
import io.dronedelivery.contracts.drone.DroneTelemetry;
import io.dronedelivery.contracts.scheduler.CompensationRequested;
import io.dronedelivery.contracts.scheduler.CompensationRequested.Step;
import io.dronedelivery.contracts.transport.ShipmentProgress;
import io.dronedelivery.contracts.transport.Shipments.Stage;
import io.dronedelivery.testing.Orders;
import java.time.Instant;
import java.util.List;

/** A valid message of each topic, which every consumer can process without knowing the delivery or drone. */
public final class TopicMessages {
    private TopicMessages() {}

    /**
     * A message of the topic.
     *
     * @param name of the delivery or drone, which is the message's key
     */
    public static Object of(Topic topic, String name, Instant at) {
        return switch (topic) {
            case DELIVERY_REQUESTS -> Orders.schedule(name, "account", at);
            case DELIVERY_COMPENSATIONS -> compensation(name, at);
            case DRONE_TELEMETRY -> telemetry(name, at);
            case TRANSPORT_TRACKING -> new ShipmentProgress(name, 1, "post", "r", Stage.PICKED_UP, at, null, null);
            case DELIVERY_EVENTS -> cancelled(name, at);
        };
    }

    private static CompensationRequested compensation(String deliveryId, Instant at) {
        return new CompensationRequested(
                deliveryId,
                1,
                Orders.schedule(deliveryId, "account", at),
                Step.HOLD_MONEY,
                Refusal.UNAVAILABLE,
                "accounting could not be reached in time",
                List.of(Step.HOLD_MONEY),
                new Money(1250, "EUR"),
                at);
    }

    private static DroneTelemetry telemetry(String droneId, Instant at) {
        return new DroneTelemetry(
                droneId,
                1,
                at,
                Orders.PICKUP.latitude(),
                Orders.PICKUP.longitude(),
                0,
                0,
                0,
                1.0,
                DroneTelemetry.FlightStatus.LANDED,
                DroneTelemetry.Payload.EMPTY,
                null);
    }

    private static DeliveryEvent cancelled(String deliveryId, Instant at) {
        return new DeliveryCancelled(
                new DeliveryEvent.Header(
                        deliveryId,
                        2,
                        "account",
                        0,
                        DeliveryStatus.CANCELLED,
                        at,
                        Cause.of(Cause.Source.REQUEST, "request", "test")),
                "request",
                null);
    }
}
