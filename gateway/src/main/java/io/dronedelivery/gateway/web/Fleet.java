package io.dronedelivery.gateway.web;

import io.dronedelivery.contracts.Position;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The fleet for a map and a list: all bases, and the drones that were asked for. */
record Fleet(List<Base> bases, List<Drone> drones) {

    /** Where drones stand and are charged. */
    record Base(String id, String name, Position location) {
        private static Base of(FoundFleet.Base base) {
            return new Base(base.baseId(), base.name(), base.location());
        }
    }

    /**
     * A drone in short.
     *
     * @param base the id of its base
     * @param battery in percent
     * @param delivery the id of the delivery that it is held for
     * @param seenAt when it was heard last; absent, with what it says of itself, where it never was
     */
    record Drone(
            String id,
            String base,
            String model,
            String availability,
            @Nullable Position position,
            @Nullable Double battery,
            @Nullable String flightStatus,
            @Nullable String delivery,
            @Nullable Instant seenAt) {
        private static Drone of(FoundFleet.Drone drone) {
            return new Drone(
                    drone.droneId(),
                    drone.baseId(),
                    drone.model(),
                    drone.availability(),
                    drone.position(),
                    drone.battery(),
                    drone.flightStatus(),
                    drone.deliveryId(),
                    drone.seenAt());
        }
    }

    static Fleet of(FoundFleet found) {
        return new Fleet(
                found.bases().stream().map(Base::of).toList(),
                found.drones().stream().map(Drone::of).toList());
    }
}
