package io.dronedelivery.system.simulation;

import io.dronedelivery.contracts.delivery.DeliveryEvent;
import io.dronedelivery.delivery.domain.DeliveryDomain;
import io.dronedelivery.delivery.domain.decision.Deliveries;
import io.dronedelivery.delivery.domain.decision.InMemoryDeliveries;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The service delivery. */
final class DeliveryService {
    private static final int SAMPLES_AT_A_TIME = 100;

    final Outbox<DeliveryEvent> outbox;
    final InMemoryDeliveries stored;
    final Node<DeliveryDomain> node;
    final List<Reader<?, ?>> readers;
    private final List<Consumer<DeliveryEvent>> witnesses = new ArrayList<>();

    DeliveryService(World world, Log log) {
        outbox = new Outbox<>(world, log.events);
        stored = new InMemoryDeliveries(event -> {
            witnesses.forEach(witness -> witness.accept(event));
            outbox.accept(event);
        });
        node = new Node<>(world, "delivery", life -> {
            Deliveries deliveries = Database.connect(life, Deliveries.class, stored);
            return DeliveryDomain.of(deliveries, life.clock(), world.random());
        });
        node.inEveryLife(outbox::relayBy);
        readers = List.of(
                new Reader<>(node, log.requests, request -> node.handlers()
                        .requests()
                        .receive(request)),
                Reader.ofBatches(node, log.telemetry, SAMPLES_AT_A_TIME, batch -> node.handlers()
                        .tracking()
                        .observe(batch)),
                new Reader<>(
                        node, log.tracking, report -> node.handlers().tracking().report(report)));
    }

    /** Is told every event in the moment that it is decided. */
    void onDecision(Consumer<DeliveryEvent> witness) {
        witnesses.add(witness);
    }
}
