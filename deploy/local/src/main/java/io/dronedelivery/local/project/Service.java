package io.dronedelivery.local.project;

import java.net.URI;
import java.util.Locale;

/**
 * The services: the one table of where each listens and how much heap it may have. That is room for a record of the largest
 * size on every partition it consumes, at a time; what is not needed is given back.
 */
public enum Service {
    INGESTION(8081, 64),
    SCHEDULER(8082, 96),
    ACCOUNTING(8083, 96),
    PACKAGING(8084, 96),
    DRONE(8085, 128),
    TRANSPORT(8086, 96),
    DELIVERY(8087, 144),
    SUPERVISOR(8088, 144);

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

    /** Where its REST API begins. */
    public URI url() {
        return URI.create("http://localhost:" + port());
    }

    public int heapMiB() {
        return heapMiB;
    }
}
