package io.dronedelivery.system.simulation;

import io.dronedelivery.contracts.Topic;
import io.dronedelivery.contracts.delivery.DeliveryEvent;
import io.dronedelivery.contracts.drone.DroneStream;
import io.dronedelivery.contracts.ingestion.DeliveryRequest;
import io.dronedelivery.contracts.scheduler.CompensationRequested;
import io.dronedelivery.contracts.transport.ShipmentProgress;

/** The log's topics. */
final class Log {
    final Journal<DeliveryRequest> requests;
    final Journal<CompensationRequested> compensations;
    final Journal<DroneStream> telemetry;
    final Journal<ShipmentProgress> tracking;
    final Journal<DeliveryEvent> events;

    Log(World world) {
        requests = new Journal<>(world, Topic.DELIVERY_REQUESTS.topicName(), DeliveryRequest::deliveryId);
        compensations =
                new Journal<>(world, Topic.DELIVERY_COMPENSATIONS.topicName(), CompensationRequested::deliveryId);
        telemetry = new Journal<>(world, Topic.DRONE_TELEMETRY.topicName(), DroneStream::droneId);
        tracking = new Journal<>(world, Topic.TRANSPORT_TRACKING.topicName(), ShipmentProgress::deliveryId);
        events = new Journal<>(world, Topic.DELIVERY_EVENTS.topicName(), event -> event.header()
                .deliveryId());
        requests.onAppend(key -> tell(world, requests, key));
        compensations.onAppend(key -> tell(world, compensations, key));
        tracking.onAppend(key -> tell(world, tracking, key));
        events.onAppend(key -> tell(world, events, key));
    }

    private static void tell(World world, Journal<?> journal, String key) {
        world.tell(journal.name() + " " + key + " " + journal.messages(key).getLast());
    }
}
