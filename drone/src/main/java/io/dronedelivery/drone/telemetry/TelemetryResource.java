package io.dronedelivery.drone.telemetry;

import io.dronedelivery.chassis.access.Caller;
import io.dronedelivery.chassis.failure.ProblemException;
import io.dronedelivery.chassis.failure.Problems;
import io.dronedelivery.contracts.access.Scope;
import io.dronedelivery.contracts.drone.DroneTelemetry;
import io.dronedelivery.contracts.drone.Fleet.TelemetryAnswer;
import io.dronedelivery.drone.telemetry.domain.Telemetry;
import io.dronedelivery.drone.telemetry.domain.Telemetry.Malformed;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Where drones report by HTTP: samples in, orders out. */
@Path("/telemetry")
@RolesAllowed(Scope.DRONE)
class TelemetryResource {
    private final Telemetry telemetry;
    private final Counter dropped;

    TelemetryResource(Telemetry telemetry, MeterRegistry metrics) {
        this.telemetry = telemetry;
        this.dropped = Counter.builder("drone.telemetry.samples.dropped")
                .description("Samples of drones that are not registered")
                .register(metrics);
    }

    @POST
    public Uni<TelemetryAnswer> post(@Context SecurityContext security, @Valid SampleBatch batch) {
        if (!batch.onlyOf(Caller.subject(security))) {
            throw new ProblemException(
                    Problems.of(403, "FORBIDDEN", "A drone may report only itself: the token is of another drone."));
        }
        SampleBatch.Read read = batch.read();
        return telemetry
                .take(read.good(), malformed(batch, read))
                .invoke(answer -> countDropped(read.good().samples(), answer))
                .map(read::answer);
    }

    private static List<Malformed> malformed(SampleBatch batch, SampleBatch.Read read) {
        return read.bad().entrySet().stream()
                .flatMap(wrong ->
                        batch.droneId(wrong.getKey()).map(droneId -> new Malformed(droneId, wrong.getValue())).stream())
                .toList();
    }

    private void countDropped(List<DroneTelemetry> samples, TelemetryAnswer answer) {
        Set<String> unknown = new HashSet<>(answer.unknown());
        if (!unknown.isEmpty()) {
            dropped.increment(samples.stream()
                    .filter(sample -> unknown.contains(sample.droneId()))
                    .count());
        }
    }
}
