package io.dronedelivery.gateway.web;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/**
 * The services as operators ask them, by the operator's own token. Codes are read as text: a newer service may have more of
 * them.
 */
interface OperatorClients {
    String OPERATIONS = "/operations";

    /** Any service. */
    interface AnyService {
        @GET
        @Path("/downstreams")
        Uni<List<Circuit>> downstreams(@RestHeader(HttpHeaders.AUTHORIZATION) String token);
    }

    /** How a service's calls to another stand: <code>CLOSED</code> where they go through. */
    record Circuit(String name, String circuit, Instant since) {}

    @Path(OPERATIONS)
    @RegisterRestClient(configKey = "ingestion")
    interface Ingestion extends AnyService {}

    @Path(OPERATIONS)
    @RegisterRestClient(configKey = "accounting")
    interface Accounting extends AnyService {}

    @Path(OPERATIONS)
    @RegisterRestClient(configKey = "packaging")
    interface Packaging extends AnyService {}

    @Path(OPERATIONS)
    @RegisterRestClient(configKey = "transport")
    interface Transport extends AnyService {}

    @Path(OPERATIONS)
    @RegisterRestClient(configKey = "scheduler")
    interface Scheduler extends AnyService {
        @GET
        @Path("/intake")
        Uni<Intake> intake(@RestHeader(HttpHeaders.AUTHORIZATION) String token);
    }

    /** Whether new requests are carried out, since when, and because of which services not. */
    record Intake(String state, Instant since, List<String> because) {}

    @Path(OPERATIONS)
    @RegisterRestClient(configKey = "drone")
    interface Drone extends AnyService {
        @GET
        @Path("/counts")
        Uni<DroneCounts> counts(@RestHeader(HttpHeaders.AUTHORIZATION) String token);

        @GET
        @Path("/fleet")
        Uni<FoundFleet> fleet(
                @RestHeader(HttpHeaders.AUTHORIZATION) String token,
                @RestQuery @Nullable String base,
                @RestQuery @Nullable String availability);
    }

    /** How many drones there are, by availability. */
    record DroneCounts(Map<String, Long> drones) {}

    @Path(OPERATIONS)
    @RegisterRestClient(configKey = "delivery")
    interface Delivery extends AnyService {
        @GET
        @Path("/counts")
        Uni<DeliveryCounts> counts(@RestHeader(HttpHeaders.AUTHORIZATION) String token);

        @POST
        @Path("/deliveries/search")
        Uni<FoundDeliveries> search(@RestHeader(HttpHeaders.AUTHORIZATION) String token, DeliveryQuery query);
    }

    /** How many deliveries have not ended, by status. */
    record DeliveryCounts(Map<String, Long> underWay) {}

    /** Which deliveries are asked for. */
    record DeliveryQuery(List<String> deliveryIds) {}

    @Path(OPERATIONS)
    @RegisterRestClient(configKey = "supervisor")
    interface Supervisor extends AnyService {
        @GET
        @Path("/counts")
        Uni<Attention> counts(@RestHeader(HttpHeaders.AUTHORIZATION) String token);

        @GET
        @Path("/open-alerts")
        Uni<FoundAlerts> openAlerts(
                @RestHeader(HttpHeaders.AUTHORIZATION) String token,
                @RestQuery @Nullable Long cursor,
                @RestQuery int limit);
    }

    /**
     * What needs a person.
     *
     * @param alerts how many are open, by kind
     * @param compensations how many wait for a person, by status
     * @param deadLetters how many are open, by topic
     */
    record Attention(Map<String, Long> alerts, Map<String, Long> compensations, Map<String, Long> deadLetters) {}
}
