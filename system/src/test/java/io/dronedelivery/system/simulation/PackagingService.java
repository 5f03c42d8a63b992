package io.dronedelivery.system.simulation;

import io.dronedelivery.packaging.domain.Custodies;
import io.dronedelivery.packaging.domain.InMemoryCustodies;
import io.dronedelivery.packaging.domain.PackageTracker;
import io.dronedelivery.packaging.domain.Registrations;

/** The service packaging. */
final class PackagingService {

    /** What handles its calls and messages. */
    record Handlers(Registrations registrations, PackageTracker whereabouts) {}

    final InMemoryCustodies stored = new InMemoryCustodies();
    final Node<Handlers> node;
    final Reader<Handlers, ?> events;

    PackagingService(World world, Log log) {
        node = new Node<>(world, "packaging", life -> {
            Custodies custodies = Database.connect(life, Custodies.class, stored);
            return new Handlers(new Registrations(custodies, life.clock()), new PackageTracker(custodies));
        });
        events = new Reader<>(
                node, log.events, event -> node.handlers().whereabouts().on(event));
    }
}
