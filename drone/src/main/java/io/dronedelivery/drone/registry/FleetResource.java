package io.dronedelivery.drone.registry;

import io.dronedelivery.contracts.Position;
import io.dronedelivery.contracts.access.Scope;
import io.dronedelivery.contracts.drone.DroneTelemetry.FlightStatus;
import io.dronedelivery.contracts.drone.Fleet;
import io.dronedelivery.contracts.drone.Fleet.Availability;
import io.dronedelivery.contracts.drone.MissionReference;
import io.dronedelivery.drone.registry.domain.DroneState;
import io.dronedelivery.drone.registry.domain.Registry;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** For operators: the whole fleet at once, each drone in short, and how many drones can be used for what. */
@Path("/operations")
@RolesAllowed(Scope.OPERATOR)
class FleetResource {
    private final Registry registry;
    private final InstantSource clock;

    FleetResource(Registry registry, InstantSource clock) {
        this.registry = registry;
        this.clock = clock;
    }

    /**
     * @param drones how many drones there are, by availability
     */
    record Counts(Map<Availability, Long> drones) {}

    /** The bases and the drones, each in the order of their ids. */
    record Overview(List<Base> bases, List<Drone> drones) {}

    /** A base with its id. */
    record Base(String baseId, String name, Position location) {}

    /**
     * A drone in short.
     *
     * @param deliveryId the delivery that it is held for
     */
    record Drone(
            String droneId,
            String baseId,
            String model,
            Availability availability,
            @Nullable Position position,
            @Nullable Double battery,
            @Nullable FlightStatus flightStatus,
            @Nullable String deliveryId,
            @Nullable Instant seenAt) {
        private static Drone of(Fleet.Drone drone) {
            MissionReference mission = drone.mission();
            return new Drone(
                    drone.droneId(),
                    drone.registration().baseId(),
                    drone.registration().airframe().model(),
                    drone.availability(),
                    drone.position(),
                    drone.battery(),
                    drone.flightStatus(),
                    mission == null ? null : mission.deliveryId(),
                    drone.seenAt());
        }
    }

    @GET
    @Path("/counts")
    public Uni<Counts> counts() {
        Instant now = clock.instant();
        return registry.drones().map(drones -> {
            Map<Availability, Long> counts = new EnumMap<>(Availability.class);
            for (Availability availability : Availability.values()) {
                counts.put(availability, 0L);
            }
            drones.forEach(drone -> counts.merge(drone.availability(now), 1L, Long::sum));
            return new Counts(counts);
        });
    }

    /** All bases, and the drones of that base and that availability, or all of them. */
    @GET
    @Path("/fleet")
    public Uni<Overview> fleet(@RestQuery @Nullable String base, @RestQuery @Nullable Availability availability) {
        return registry.bases().chain(bases -> registry.drones()
                .map(drones -> new Overview(listed(bases), listed(drones, base, availability))));
    }

    private static List<Base> listed(SortedMap<String, Fleet.Base> bases) {
        return bases.entrySet().stream()
                .map(base -> new Base(
                        base.getKey(), base.getValue().name(), base.getValue().location()))
                .toList();
    }

    private List<Drone> listed(List<DroneState> drones, @Nullable String base, @Nullable Availability availability) {
        Instant now = clock.instant();
        return drones.stream()
                .map(drone -> Drone.of(drone.view(now)))
                .filter(drone -> base == null || drone.baseId().equals(base))
                .filter(drone -> availability == null || drone.availability() == availability)
                .toList();
    }
}
