package io.dronedelivery.gateway.route;

import java.util.Locale;

/** The services behind the gateway. */
public enum Service {
    INGESTION,
    SCHEDULER,
    ACCOUNTING,
    PACKAGING,
    DRONE,
    TRANSPORT,
    DELIVERY,
    SUPERVISOR;

    /** Its name in configuration and paths. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
