package io.dronedelivery.system.simulation;

import io.dronedelivery.contracts.drone.DroneTelemetry.FlightStatus;
import io.dronedelivery.contracts.drone.Fleet.Flight;
import io.dronedelivery.simulator.domain.Drone;
import io.dronedelivery.simulator.domain.Errand;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Where the parcels really are that drones are sent for: each is in one place, and fetched only from where it is. */
final class Parcels {
    private static final double THERE_METERS = 10;

    /** Where a parcel is that is not at its pickup any more. */
    enum Place {
        /** A drone has it. */
        ABOARD,
        /** It lies somewhere on the way, or at a base. */
        OUT,
        /** It was brought to its drop-off. */
        BROUGHT,
        /** Its sender has it again, for good. */
        RETURNED
    }

    private final World world;
    private final Map<String, Place> places = new HashMap<>();
    private final Map<String, String> aboard = new HashMap<>();
    private final Set<String> brought = new HashSet<>();

    Parcels(World world) {
        this.world = world;
    }

    /** What a drone does now. */
    void see(Drone drone) {
        if (drone.errand() instanceof Errand.Carry(Flight flight) && drone.loadGrams() > 0) {
            carried(drone, flight);
        }
        if (drone.loadGrams() == 0) {
            putDown(drone.id());
        }
    }

    private void carried(Drone drone, Flight flight) {
        String deliveryId = flight.mission().deliveryId();
        if (!deliveryId.equals(aboard.put(drone.id(), deliveryId))) {
            Place before = places.put(deliveryId, Place.ABOARD);
            if (before != null) {
                world.accuse(new Violation(
                        "A_PARCEL_IS_FETCHED_WHERE_IT_IS",
                        drone.id() + " fetches " + deliveryId + "/"
                                + flight.mission().attempt() + ", which is " + before));
            }
            world.tell(drone.id() + " fetches " + deliveryId);
        }
        if (drone.status() == FlightStatus.LANDED
                && drone.motion().position().metersTo(flight.dropoff()) < THERE_METERS) {
            places.put(deliveryId, Place.BROUGHT);
            brought.add(deliveryId + "/" + flight.mission().attempt());
        }
    }

    /** The drone has nothing aboard any more, or has fallen down with it. */
    void putDown(String droneId) {
        String deliveryId = aboard.remove(droneId);
        if (deliveryId != null) {
            places.replace(deliveryId, Place.ABOARD, Place.OUT);
        }
    }

    /** A person has brought it back to its pickup. */
    void recovered(String deliveryId) {
        places.remove(deliveryId);
        world.tell("somebody brings the parcel of " + deliveryId + " back to its pickup");
    }

    /** A person has brought it back to its sender. */
    void returned(String deliveryId) {
        places.put(deliveryId, Place.RETURNED);
        world.tell("somebody brings the parcel of " + deliveryId + " back to its sender");
    }

    boolean aboard(String deliveryId) {
        return places.get(deliveryId) == Place.ABOARD;
    }

    boolean atPickup(String deliveryId) {
        return !places.containsKey(deliveryId);
    }

    /** Whether a drone has really landed at the drop-off with the parcel. */
    boolean hasBrought(String deliveryId, int attempt) {
        return brought.contains(deliveryId + "/" + attempt);
    }
}
