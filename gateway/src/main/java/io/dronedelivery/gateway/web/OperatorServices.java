package io.dronedelivery.gateway.web;

import io.dronedelivery.chassis.calls.Downstreams;
import io.dronedelivery.gateway.part.Part;
import io.dronedelivery.gateway.part.Source;
import io.dronedelivery.gateway.web.OperatorClients.AnyService;
import io.dronedelivery.gateway.web.OperatorClients.Circuit;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** All services, in the order of their names. */
@Singleton
class OperatorServices {
    private final Downstreams downstreams;
    private final WebConfig config;
    private final Map<String, AnyService> clients;

    OperatorServices(
            Downstreams downstreams,
            WebConfig config,
            @RestClient OperatorClients.Ingestion ingestion,
            @RestClient OperatorClients.Scheduler scheduler,
            @RestClient OperatorClients.Accounting accounting,
            @RestClient OperatorClients.Packaging packaging,
            @RestClient OperatorClients.Drone drone,
            @RestClient OperatorClients.Transport transport,
            @RestClient OperatorClients.Delivery delivery,
            @RestClient OperatorClients.Supervisor supervisor) {
        this.downstreams = downstreams;
        this.config = config;
        this.clients = new TreeMap<>(Map.of(
                "ingestion", ingestion,
                "scheduler", scheduler,
                "accounting", accounting,
                "packaging", packaging,
                "drone", drone,
                "transport", transport,
                "delivery", delivery,
                "supervisor", supervisor));
        clients.keySet().forEach(downstreams::of);
    }

    /** The service of that name, to be asked in time. */
    Source of(String service) {
        return new Source(downstreams.of(service), config.timeout());
    }

    /** How the calls of each service to the others stand, from all services at once. */
    Uni<List<Part<List<Circuit>>>> circuits(String token) {
        List<Uni<Part<List<Circuit>>>> parts = clients.entrySet().stream()
                .map(service ->
                        of(service.getKey()).part(() -> service.getValue().downstreams(token)))
                .toList();
        return Uni.join().all(parts).andFailFast();
    }
}
