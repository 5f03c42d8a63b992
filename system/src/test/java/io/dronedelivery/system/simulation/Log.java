package io.dronedelivery.system.simulation;

import io.dronedelivery.contracts.Topic;
import io.dronedelivery.contracts.delivery.DeliveryEvent;
import io.dronedelivery.contracts.drone.DroneStream;
import io.dronedelivery.contracts.ingestion.DeliveryRequest;
import io.dronedelivery.contracts.scheduler.CompensationRequested;
import io.dronedelivery.contracts.transport.ShipmentProgress;

/** The log's topics. */
final class Log {
    final SimulatedTopic<DeliveryRequest> requests;
    final SimulatedTopic<CompensationRequested> compensations;
    final SimulatedTopic<DroneStream> telemetry;
    final SimulatedTopic<ShipmentProgress> tracking;
    final SimulatedTopic<DeliveryEvent> events;

    Log(World world) {
        requests = new SimulatedTopic<>(world, Topic.DELIVERY_REQUESTS.topicName(), DeliveryRequest::deliveryId);
        compensations = new SimulatedTopic<>(
                world, Topic.DELIVERY_COMPENSATIONS.topicName(), CompensationRequested::deliveryId);
        telemetry = new SimulatedTopic<>(world, Topic.DRONE_TELEMETRY.topicName(), DroneStream::droneId);
        tracking = new SimulatedTopic<>(world, Topic.TRANSPORT_TRACKING.topicName(), ShipmentProgress::deliveryId);
        events = new SimulatedTopic<>(world, Topic.DELIVERY_EVENTS.topicName(), event -> event.header()
                .deliveryId());
        requests.onAppend(key -> tell(world, requests, key));
        compensations.onAppend(key -> tell(world, compensations, key));
        tracking.onAppend(key -> tell(world, tracking, key));
        events.onAppend(key -> tell(world, events, key));
    }

    private static void tell(World world, SimulatedTopic<?> topic, String key) {
        world.tell(topic.name() + " " + key + " " + topic.messages(key).getLast());
    }
}
