package io.dronedelivery.local;

import java.net.URI;
import java.util.Locale;

/** The services: the one table of where each listens and how much heap it may have. */
public enum Service {
    INGESTION(8081, 96),
    SCHEDULER(8082, 96),
    ACCOUNTING(8083, 96),
    PACKAGING(8084, 96),
    DRONE(8085, 128),
    TRANSPORT(8086, 96),
    DELIVERY(8087, 128),
    SUPERVISOR(8088, 96);

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
