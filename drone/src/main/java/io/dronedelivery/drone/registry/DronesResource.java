package io.dronedelivery.drone.registry;

import io.dronedelivery.chassis.access.Caller;
import io.dronedelivery.chassis.failure.ProblemException;
import io.dronedelivery.chassis.failure.Problems;
import io.dronedelivery.contracts.Refusal;
import io.dronedelivery.contracts.access.Scope;
import io.dronedelivery.contracts.drone.Fleet.Availability;
import io.dronedelivery.contracts.drone.Fleet.Drone;
import io.dronedelivery.contracts.drone.Fleet.Registration;
import io.dronedelivery.contracts.drone.Fleet.WriteOff;
import io.dronedelivery.contracts.drone.Fleet.WrittenOff;
import io.dronedelivery.contracts.drone.FleetId;
import io.dronedelivery.contracts.drone.SetAside;
import io.dronedelivery.drone.registry.domain.Registry;
import io.dronedelivery.drone.report.domain.RejectedReports;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The drones of the fleet, for operators. */
@Path("/drones")
@RolesAllowed(Scope.OPERATOR)
class DronesResource {
    private static final Logger log = Logger.getLogger(DronesResource.class);

    private final Registry registry;
    private final RejectedReports rejectedReports;
    private final InstantSource clock;

    DronesResource(Registry registry, RejectedReports rejectedReports, InstantSource clock) {
        this.registry = registry;
        this.rejectedReports = rejectedReports;
        this.clock = clock;
    }

    @PUT
    @Path("/{droneId}")
    public Uni<Drone> put(@FleetId String droneId, @Valid Registration registration) {
        MavlinkFields.check(registration);
        Instant now = clock.instant();
        return registry.register(droneId, registration, now)
                .map(outcome -> Problems.granted(outcome).view(now));
    }

    @GET
    @Path("/{droneId}")
    public Uni<Drone> get(String droneId) {
        return registry.drone(droneId).map(drone -> Problems.found(drone, "there is no drone " + droneId)
                .view(clock.instant()));
    }

    /** The rejected reports of the drone. */
    @GET
    @Path("/{droneId}/set-aside")
    public Uni<SetAside.Summary> setAside(String droneId) {
        return get(droneId).chain(() -> rejectedReports.of(droneId));
    }

    /** Declares a drone lost. */
    @POST
    @Path("/{droneId}/write-off")
    public Uni<Void> writeOff(@FleetId String droneId, @Context SecurityContext security, @Valid WriteOff lost) {
        String by = Caller.subject(security);
        return registry.writeOff(droneId, new WrittenOff(by, clock.instant(), lost.note()))
                .invoke(known -> {
                    if (!known) {
                        throw new ProblemException(Refusal.NOT_FOUND, "there is no drone " + droneId);
                    }
                    log.warnf("drone written off drone=%s by=%s", droneId, by);
                })
                .replaceWithVoid();
    }

    /** The drones, or those of that availability, in the order of their ids; the next page follows the last id. */
    @GET
    public Uni<List<Drone>> list(
            @RestQuery @Nullable Availability availability,
            @RestQuery @DefaultValue("") String after,
            @RestQuery @DefaultValue("100") @Min(1) @Max(1_000) int limit) {
        Instant now = clock.instant();
        return registry.drones().map(drones -> drones.stream()
                .filter(drone -> drone.droneId().compareTo(after) > 0)
                .map(drone -> drone.view(now))
                .filter(drone -> availability == null || drone.availability() == availability)
                .limit(limit)
                .toList());
    }
}
