package io.dronedelivery.local.runtime;

import io.dronedelivery.local.project.Endpoints;
import io.dronedelivery.local.project.Service;
import java.net.URI;
import java.util.Map;

/**
 * The addresses by which the processes of a system call each other: of the servers, or of proxies in front of them.
 *
 * @param services the port by which each service is called; one that is not named is called directly
 */
public record Routes(int postgresPort, int kafkaPort, Map<Service, Integer> services) {

    /** The URL by which a service is called. */
    URI url(Service service) {
        return URI.create("http://localhost:" + services.getOrDefault(service, service.port()));
    }

    String kafka() {
        return "localhost:" + kafkaPort;
    }

    String postgres() {
        return "localhost:" + postgresPort;
    }

    /** Every server is called directly. */
    static Routes direct() {
        return new Routes(Endpoints.POSTGRES_PORT, Endpoints.KAFKA_PORT, Map.of());
    }
}
