package io.dronedelivery.local.runtime;

import io.dronedelivery.local.project.Endpoints;
import io.dronedelivery.local.project.Service;
import java.net.URI;
import java.util.Map;

/**
 * Where the processes of a system find each other: at their own ports, or by way of something in between.
 *
 * @param services the port for each service
 */
public record Routes(int postgresPort, int kafkaPort, Map<Service, Integer> services) {

    /** Where a service is found. */
    URI url(Service service) {
        return URI.create("http://localhost:" + services.getOrDefault(service, service.port()));
    }

    String kafka() {
        return "localhost:" + kafkaPort;
    }

    String postgres() {
        return "localhost:" + postgresPort;
    }

    /** Nothing is in between. */
    static Routes direct() {
        return new Routes(Endpoints.POSTGRES_PORT, Endpoints.KAFKA_PORT, Map.of());
    }
}
