package io.dronedelivery.local.project;

import java.net.URI;
import java.util.Locale;

/**
 * The services, with the port and the heap limit of each. The heap has room for a record of the largest size on every
 * partition that the service consumes. The JVM gives back what it does not need.
 */
public enum Service {
    INGESTION(8081, 64),
    SCHEDULER(8082, 96),
    ACCOUNTING(8083, 96),
    PACKAGING(8084, 96),
    DRONE(8085, 128),
    TRANSPORT(8086, 96),
    DELIVERY(8087, 144),
    SUPERVISOR(8088, 144),
    GATEWAY(8080, 96);

    private static final int MANAGEMENT_OFFSET = 1000;

    private final int port;
    private final int heapMiB;

    Service(int port, int heapMiB) {
        this.port = port;
        this.heapMiB = heapMiB;
    }

    /** The name of its module, its database and its log. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Its HTTP port on loopback. */
    public int port() {
        return port + Endpoints.OFFSET;
    }

    /** The port of its health and metrics. */
    public int managementPort() {
        return port() + MANAGEMENT_OFFSET;
    }

    /** The base URL of its REST API. */
    public URI url() {
        return URI.create("http://localhost:" + port());
    }

    /** The limit of its heap in MiB. */
    public int heapMiB() {
        return heapMiB;
    }
}
