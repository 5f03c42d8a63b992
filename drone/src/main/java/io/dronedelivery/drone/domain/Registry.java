package io.dronedelivery.drone.domain;

import io.dronedelivery.contracts.Outcome;
import io.dronedelivery.contracts.drone.Fleet.Base;
import io.dronedelivery.contracts.drone.Fleet.Registration;
import io.dronedelivery.contracts.drone.Fleet.WrittenOff;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The bases and drones there are. */
public interface Registry {

    /** Keeps a base, in place of what was kept under its id. */
    Uni<Void> keep(String baseId, Base base);

    Uni<Optional<Base>> base(String baseId);

    /** Keeps a drone likewise, also one that was written off; INVALID where its base is not known, or its MAVLink system id is another drone's. */
    Uni<Outcome<DroneState>> register(String droneId, Registration registration, Instant now);

    /**
     * Keeps that the drone was declared lost, until it is registered again; the first to say so is kept. What it may have
     * been flying it flies no further, even should it come back. Returns whether there is such a drone.
     */
    Uni<Boolean> writeOff(String droneId, WrittenOff lost);

    Uni<Optional<DroneState>> drone(String droneId);

    /** Every drone, in the order of their ids. */
    Uni<List<DroneState>> drones();
}
