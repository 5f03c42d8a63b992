package io.dronedelivery.scheduler;

import static org.awaitility.Awaitility.await;

import io.dronedelivery.contracts.Json;
import io.dronedelivery.contracts.Money;
import io.dronedelivery.contracts.Topic;
import io.dronedelivery.contracts.accounting.Charges;
import io.dronedelivery.contracts.accounting.Charges.Charge;
import io.dronedelivery.contracts.delivery.Attempts.Opening;
import io.dronedelivery.contracts.delivery.Attempts.Proceed;
import io.dronedelivery.contracts.delivery.Attempts.Schedule;
import io.dronedelivery.contracts.drone.Fleet.Reservation;
import io.dronedelivery.contracts.ingestion.DeliveryOrder;
import io.dronedelivery.contracts.ingestion.DeliveryRequest;
import io.dronedelivery.contracts.packaging.Packages;
import io.dronedelivery.contracts.packaging.Packages.Package;
import io.dronedelivery.contracts.scheduler.CompensationRequested;
import io.dronedelivery.contracts.transport.Shipments.Shipment;
import io.dronedelivery.contracts.transport.Shipments.Stage;
import io.dronedelivery.scheduler.ServicesStandIn.Reply;
import io.dronedelivery.testing.KafkaProbe;
import io.dronedelivery.testing.Orders;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A delivery that is asked for, with services that all say yes unless they are told otherwise. */
final class Scenario implements AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    static final Money PRICE = new Money(1290, "EUR");

    final String id = UUID.randomUUID().toString();
    final Instant now = Instant.now();
    final DeliveryRequest request = Orders.schedule(id, "ann", now);
    final KafkaProbe kafka = new KafkaProbe();

    Scenario() {
        DeliveryOrder order = Orders.order(now);
        opening(new Proceed(3, order));
        answer("charges", new Charge(id, 3, "ann", PRICE, Charges.State.HELD, now));
        answer("packages", new Package(id, 3, "ann", order.parcel(), Packages.State.REGISTERED, now));
        answer("reservations", new Reservation(id, 3, "drone-7", 15, now.plusSeconds(60), now.plusSeconds(300)));
        answer(
                "shipments",
                new Shipment(id, 3, "carrier-1", "s-1", Stage.BOOKED, now.plusSeconds(600), now.plusSeconds(3600)));
        ServicesStandIn.answer(schedulePath(), Reply.DONE);
    }

    void send() {
        kafka.send(Topic.DELIVERY_REQUESTS, id, request.requestId(), request);
    }

    Schedule scheduled() {
        return await().atMost(TIMEOUT)
                .until(
                        () -> ServicesStandIn.calls(id).stream()
                                .filter(call -> call.path().equals(schedulePath()))
                                .map(call -> Json.read(call.body(), Schedule.class))
                                .toList(),
                        schedules -> !schedules.isEmpty())
                .getFirst();
    }

    CompensationRequested compensation() {
        List<CompensationRequested> all = kafka.await(
                Topic.DELIVERY_COMPENSATIONS,
                CompensationRequested.class,
                compensation -> compensation.deliveryId().equals(id),
                1);
        return all.getFirst();
    }

    /** The deliveries for which compensation was asked for so far, whichever test did. */
    List<String> compensated() {
        return kafka.all(Topic.DELIVERY_COMPENSATIONS.topicName()).stream()
                .map(ConsumerRecord::key)
                .toList();
    }

    void opening(Opening opening) {
        ServicesStandIn.answer(openingPath(), opened(opening));
    }

    static Reply opened(Opening opening) {
        return Reply.ok(Json.text(opening));
    }

    void answer(String service, Object answer) {
        ServicesStandIn.answer(path(service), Reply.ok(Json.text(answer)));
    }

    String openingPath() {
        return "/deliveries/" + id + "/attempts/" + request.requestId();
    }

    String schedulePath() {
        return "/deliveries/" + id + "/attempts/3/schedule";
    }

    String path(String service) {
        return "/" + service + "/" + id + "/attempts/3";
    }

    @Override
    public void close() {
        kafka.close();
    }
}
