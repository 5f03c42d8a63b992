package io.dronedelivery.ingestion;

import io.dronedelivery.contracts.access.Scope;
import io.dronedelivery.ingestion.domain.Acceptance;
import io.dronedelivery.ingestion.domain.Sender;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;

/** The public API's writing side; described in <code>META-INF/openapi.yaml</code>. */
@Path("/api/v2/deliveries")
@RolesAllowed(Scope.CUSTOMER)
@Produces(MediaType.APPLICATION_JSON)
class DeliveriesResource {
    private static final String MERGE_PATCH = "application/merge-patch+json"; // RFC 7396
    private static final Map<String, Object> NOTHING_SAID = Map.of();

    private final Acceptance acceptance;
    private final Replies replies;

    DeliveriesResource(Acceptance acceptance, Replies replies) {
        this.acceptance = acceptance;
        this.replies = replies;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Response> schedule(@BeanParam RequestHeaders headers, byte[] body) {
        Sender sender = headers.sender();
        return acceptance.schedule(sender, JsonBody.parse(body)).map(replies::reply);
    }

    @PATCH
    @Path("/{deliveryId}")
    @Consumes({MERGE_PATCH, MediaType.APPLICATION_JSON})
    public Uni<Response> reschedule(@BeanParam RequestHeaders headers, String deliveryId, byte[] body) {
        Sender sender = headers.sender();
        return acceptance.reschedule(sender, deliveryId, JsonBody.parse(body)).map(replies::reply);
    }

    @POST
    @Path("/{deliveryId}/cancellation")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Response> cancel(@BeanParam RequestHeaders headers, String deliveryId, byte[] body) {
        Sender sender = headers.sender();
        Object cancellation = body.length == 0 ? NOTHING_SAID : JsonBody.parse(body);
        return acceptance.cancel(sender, deliveryId, cancellation).map(replies::reply);
    }
}
