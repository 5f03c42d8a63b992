package io.dronedelivery.local.project;

import java.net.URI;

/** Where the running system is reached. */
public final class Endpoints {
    /** The system property with the number that is added to every port, so that a second system can run. */
    public static final String OFFSET_PROPERTY = "dronectl.port.offset";

    /** The number that is added to every port. */
    public static final int OFFSET = Integer.getInteger(OFFSET_PROPERTY, 0);

    /** The UDP port on which the drone service receives MAVLink. */
    public static final int MAVLINK_PORT = 14550 + OFFSET;

    /** The TCP port of PostgreSQL. */
    public static final int POSTGRES_PORT = 15432 + OFFSET;
    /** The TCP port of the Kafka broker. */
    public static final int KAFKA_PORT = 19092 + OFFSET;

    /** The TCP port on which the runtime receives spans, if the system is observed: that of OTLP over HTTP. */
    public static final int TRACES_PORT = 4318 + OFFSET;

    private Endpoints() {}

    /** The one address of the system for all that is outside. */
    public static URI gateway() {
        return Service.GATEWAY.url();
    }

    /** Deliveries in the public API. */
    public static URI deliveries() {
        return gateway().resolve("/api/v2/deliveries");
    }

    /** Deliveries in version 1 of the public API, which is deprecated. */
    public static URI deliveriesV1() {
        return gateway().resolve("/api/v1/deliveries");
    }

    /** The operators' API, with a slash at its end. */
    public static URI operations() {
        return gateway().resolve("/operations/v1/");
    }

    /** The base URL of the receiver of spans. */
    public static URI traces() {
        return URI.create("http://localhost:" + TRACES_PORT);
    }

    /** Kafka's bootstrap servers. */
    public static String kafka() {
        return "localhost:" + KAFKA_PORT;
    }

    /** Host and port of PostgreSQL. */
    static String postgres() {
        return "localhost:" + POSTGRES_PORT;
    }

    /** The JDBC URL of a service's database; user and password are the service's id. */
    public static String database(Service service) {
        return "jdbc:postgresql://" + postgres() + "/" + service.id();
    }
}
