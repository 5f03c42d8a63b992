package io.dronedelivery.system.simulation;

import io.dronedelivery.contracts.transport.ShipmentProgress;
import io.dronedelivery.contracts.transport.Shipments;
import io.dronedelivery.contracts.transport.Shipments.Stage;
import io.dronedelivery.transport.domain.Consignments;
import io.dronedelivery.transport.domain.DeliveryEventHandler;
import io.dronedelivery.transport.domain.InMemoryConsignments;
import io.dronedelivery.transport.domain.TransportDomain;
import io.dronedelivery.transport.domain.overland.Callbacks;
import io.dronedelivery.transport.domain.overland.Dispatch;
import io.dronedelivery.transport.domain.overland.InMemoryJobs;
import io.dronedelivery.transport.domain.overland.Jobs;
import java.time.Duration;

/** The service transport, and the carrier that it simulates: a process of its own, which calls back. */
final class TransportService {
    private static final Duration DISPATCH_EVERY = Duration.ofSeconds(5);

    final Outbox<ShipmentProgress> outbox;
    final InMemoryConsignments stored;
    final InMemoryJobs jobs = new InMemoryJobs();
    final Node<TransportDomain> node;
    final Reader<TransportDomain, ?> events;

    TransportService(World world, Log log, Network network) {
        outbox = new Outbox<>(world, log.tracking);
        stored = new InMemoryConsignments(outbox);
        node = new Node<>(world, "transport", life -> {
            Consignments consignments = Database.connect(life, Consignments.class, stored);
            return TransportDomain.of(consignments, Database.connect(life, Jobs.class, jobs), life.clock());
        });
        node.inEveryLife(outbox::relayBy);
        events = new Reader<>(node, log.events, DeliveryEventHandler.IGNORED, event -> node.handlers()
                .deliveryEvents()
                .on(event));
        dispatch(world, network);
    }

    private void dispatch(World world, Network network) {
        Node<Dispatch> carrier = new Node<>(world, "carrier", life -> {
            Callbacks callbacks = (name, planned) -> {
                Shipments.Callback report = world.strikes(Fault.BREAKDOWN, "carrier") ? brokenDown(planned) : planned;
                return network.call(life, node, report.reference() + " " + report.stage(), to -> to.bookings()
                                .report(name, report))
                        .replaceWithVoid();
            };
            return new Dispatch(Database.connect(life, Jobs.class, jobs), callbacks, life.clock());
        });
        carrier.inEveryLife(life -> life.every(DISPATCH_EVERY, carrier.handlers()::reportDue));
    }

    private static Shipments.Callback brokenDown(Shipments.Callback planned) {
        return new Shipments.Callback(
                planned.reference(), Stage.FAILED, planned.time(), planned.place(), "the van broke down");
    }
}
