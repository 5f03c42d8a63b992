package io.dronedelivery.local.project;

import java.net.URI;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One process of a service. The only one has the name and the ports of its service. Each of several has its own, and a
 * balancer listens on those of the service.
 *
 * @param number 0 for the only one; else from 1 on
 */
public record Instance(Service service, int number) {
    /** How many instances of a service there can be: the ports of the last are still below those of another system. */
    public static final int NUMBER_MAX = 4;

    private static final int PORT_STEP = 20;

    /** The only process of a service. */
    public static Instance only(Service service) {
        return new Instance(service, 0);
    }

    /** The instance of this name; empty if it is that of another process. */
    public static Optional<Instance> named(String name) {
        return Stream.of(Service.values())
                .flatMap(service ->
                        IntStream.rangeClosed(0, NUMBER_MAX).mapToObj(number -> new Instance(service, number)))
                .filter(instance -> instance.id().equals(name))
                .findAny();
    }

    /** The name of its process and its log: <code>delivery</code>, or <code>delivery-2</code>. */
    public String id() {
        return number == 0 ? service.id() : service.id() + "-" + number;
    }

    /** Its HTTP port on loopback. */
    public int port() {
        return service.port() + number * PORT_STEP;
    }

    /** The port of its health and metrics. */
    public int managementPort() {
        return service.managementPort() + number * PORT_STEP;
    }

    /** The UDP port on which it receives MAVLink, if it is one of the drone service. */
    public int mavlinkPort() {
        return Endpoints.MAVLINK_PORT + number;
    }

    /** The base URL of its health and metrics. */
    public URI management() {
        return URI.create("http://localhost:" + managementPort());
    }
}
