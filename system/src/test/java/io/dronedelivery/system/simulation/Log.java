package io.dronedelivery.system.simulation;

import io.dronedelivery.contracts.Topic;
import io.dronedelivery.contracts.delivery.DeliveryEvent;
import io.dronedelivery.contracts.drone.DroneStream;
import io.dronedelivery.contracts.ingestion.DeliveryRequest;
import io.dronedelivery.contracts.scheduler.CompensationRequested;
import io.dronedelivery.contracts.transport.ShipmentProgress;

/** The log's topics. */
final class Log {
    final Journal<DeliveryRequest> requests =
            new Journal<>(Topic.DELIVERY_REQUESTS.topicName(), DeliveryRequest::deliveryId);
    final Journal<CompensationRequested> compensations =
            new Journal<>(Topic.DELIVERY_COMPENSATIONS.topicName(), CompensationRequested::deliveryId);
    final Journal<DroneStream> telemetry = new Journal<>(Topic.DRONE_TELEMETRY.topicName(), DroneStream::droneId);
    final Journal<ShipmentProgress> tracking =
            new Journal<>(Topic.TRANSPORT_TRACKING.topicName(), ShipmentProgress::deliveryId);
    final Journal<DeliveryEvent> events = new Journal<>(
            Topic.DELIVERY_EVENTS.topicName(), event -> event.header().deliveryId());

    Log(World world) {
        requests.onAppend(key -> tell(world, requests, key));
        compensations.onAppend(key -> tell(world, compensations, key));
        tracking.onAppend(key -> tell(world, tracking, key));
        events.onAppend(key -> tell(world, events, key));
    }

    private static void tell(World world, Journal<?> journal, String key) {
        world.tell(journal.name() + " " + key + " " + journal.messages(key).getLast());
    }
}
