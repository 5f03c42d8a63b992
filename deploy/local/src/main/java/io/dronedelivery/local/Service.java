package io.dronedelivery.local;

import java.net.URI;
import java.util.Locale;

/** The services: the one table of where each listens and how much heap it may have. */
public enum Service {
    INGESTION(8081, 64),
    SCHEDULER(8082, 64),
    ACCOUNTING(8083, 72),
    PACKAGING(8084, 72),
    DRONE(8085, 88),
    TRANSPORT(8086, 72),
    DELIVERY(8087, 88),
    SUPERVISOR(8088, 88);

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

    int heapMiB() {
        return heapMiB;
    }
}
