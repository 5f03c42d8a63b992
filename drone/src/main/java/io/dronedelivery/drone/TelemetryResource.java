package io.dronedelivery.drone;

import io.dronedelivery.contracts.drone.DroneTelemetry;
import io.dronedelivery.contracts.drone.Fleet.TelemetryAnswer;
import io.dronedelivery.contracts.drone.Fleet.TelemetryBatch;
import io.dronedelivery.drone.domain.Checks;
import io.dronedelivery.drone.domain.Telemetry;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The drones' door: samples in, orders out. */
@Path("/telemetry")
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
    public Uni<TelemetryAnswer> post(@Nullable TelemetryBatch body) {
        TelemetryBatch batch = Bodies.checked(body, given -> Checks.samples(given.samples()));
        return telemetry.take(batch).invoke(answer -> countDropped(batch.samples(), answer));
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
