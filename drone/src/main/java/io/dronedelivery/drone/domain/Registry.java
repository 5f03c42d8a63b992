package io.dronedelivery.drone.domain;

import io.dronedelivery.contracts.Outcome;
import io.dronedelivery.contracts.drone.Fleet.Base;
import io.dronedelivery.contracts.drone.Fleet.Registration;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The bases and drones there are. */
public interface Registry {

    /** Keeps a base, in place of what was kept under its id. */
    Uni<Void> keep(String baseId, Base base);

    Uni<Optional<Base>> base(String baseId);

    /** Keeps a drone likewise; INVALID where its base is not known, or its MAVLink system id is another drone's. */
    Uni<Outcome<DroneState>> register(String droneId, Registration registration, Instant now);

    Uni<Optional<DroneState>> drone(String droneId);

    /** Every drone, in the order of their ids. */
    Uni<List<DroneState>> drones();
}
