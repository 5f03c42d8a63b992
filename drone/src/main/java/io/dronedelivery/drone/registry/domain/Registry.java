package io.dronedelivery.drone.registry.domain;

import io.dronedelivery.contracts.Outcome;
import io.dronedelivery.contracts.drone.Fleet.Base;
import io.dronedelivery.contracts.drone.Fleet.Registration;
import io.dronedelivery.contracts.drone.Fleet.WrittenOff;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** Where bases and drones are registered. */
public interface Registry {

    /** Stores a base; replaces the one with this id. */
    Uni<Void> keep(String baseId, Base base);

    Uni<Optional<Base>> base(String baseId);

    /** Every base by its id, in their order. */
    Uni<SortedMap<String, Base>> bases();

    /**
     * Stores a drone likewise; one that was written off is back. INVALID if its base is unknown, or its MAVLink system id is
     * another drone's.
     */
    Uni<Outcome<DroneState>> register(String droneId, Registration registration, Instant now);

    /**
     * Stores that the drone is declared lost, until it is registered again; a repeat changes nothing. It does not go on with
     * any mission, even if it comes back. Returns whether there is such a drone.
     */
    Uni<Boolean> writeOff(String droneId, WrittenOff lost);

    Uni<Optional<DroneState>> drone(String droneId);

    /** Every drone, in the order of their ids. */
    Uni<List<DroneState>> drones();
}
