package io.dronedelivery.drone.telemetry.domain;

import io.dronedelivery.contracts.drone.DroneTelemetry;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** The drone location stream. */
public interface LocationStream {

    /** Publishes the samples, each drone's in this order; completes once Kafka has all of them. */
    Uni<Void> publish(List<DroneTelemetry> samples);
}
