package io.dronedelivery.scheduler.domain;

import io.dronedelivery.contracts.Outcome;
import io.dronedelivery.contracts.packaging.Packages.Package;
import io.dronedelivery.contracts.packaging.Packages.Registration;
import io.smallrye.mutiny.Uni;

/** Where packages are registered; a delivery's package bears its id. */
@FunctionalInterface
public interface Packaging {
    Uni<Outcome<Package>> register(String deliveryId, int attempt, Registration registration);
}
