package io.dronedelivery.chassis.calls;

import io.dronedelivery.chassis.access.OwnToken;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** The clients of the services that this one calls: one per service, by its name. */
@Singleton
public class Downstreams {
    private final ConcurrentMap<String, Downstream> clients = new ConcurrentHashMap<>();
    private final CallsConfig config;
    private final OwnToken token;
    private final CircuitBreakerMaintenance circuits;
    private final MeterRegistry meters;
    private final InstantSource clock;
    private final Vertx vertx;

    Downstreams(
            CallsConfig config,
            OwnToken token,
            CircuitBreakerMaintenance circuits,
            MeterRegistry meters,
            InstantSource clock,
            Vertx vertx) {
        this.config = config;
        this.token = token;
        this.circuits = circuits;
        this.meters = meters;
        this.clock = clock;
        this.vertx = vertx;
    }

    /** The client of a service; always the same one. Ask for it once, at the start, so that operators see it. */
    public Downstream of(String name) {
        return clients.computeIfAbsent(name, this::open);
    }

    /** How the calls to each of them stand, by name. */
    public List<DownstreamStatus> all() {
        return clients.keySet().stream()
                .sorted()
                .map(name -> of(name).standing())
                .toList();
    }

    private Downstream open(String name) {
        return new Downstream(name, config.limits(name), token, circuits, new CallRecorder(name, meters, clock), vertx);
    }
}
