package io.dronedelivery.system.simulation;

import io.dronedelivery.packaging.domain.Custodies;
import io.dronedelivery.packaging.domain.InMemoryCustodies;
import io.dronedelivery.packaging.domain.PackageTracker;
import io.dronedelivery.packaging.domain.PackagingDomain;

/** The service packaging. */
final class PackagingService {

    final InMemoryCustodies stored = new InMemoryCustodies();
    final Node<PackagingDomain> node;
    final Reader<PackagingDomain, ?> events;

    PackagingService(World world, Log log) {
        node = new Node<>(world, "packaging", life -> {
            return PackagingDomain.of(Database.connect(life, Custodies.class, stored), life.clock());
        });
        events = new Reader<>(node, log.events, PackageTracker.IGNORED, event -> node.handlers()
                .tracker()
                .on(event));
    }
}
