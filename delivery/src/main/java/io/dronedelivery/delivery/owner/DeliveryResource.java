package io.dronedelivery.delivery.owner;

import io.dronedelivery.chassis.access.Caller;
import io.dronedelivery.chassis.failure.Problems;
import io.dronedelivery.contracts.access.Scope;
import io.dronedelivery.contracts.delivery.DeliveryStatus;
import io.dronedelivery.contracts.delivery.DeliveryView;
import io.dronedelivery.contracts.delivery.DeliveryView.Page;
import io.dronedelivery.contracts.delivery.DeliveryView.Timeline;
import io.dronedelivery.delivery.domain.DeliveryDomain;
import io.dronedelivery.delivery.domain.decision.Deliveries.Search;
import io.dronedelivery.delivery.domain.lifecycle.ProofOfDelivery;
import io.dronedelivery.delivery.domain.request.RequestHandler;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.hibernate.validator.constraints.CodePointLength;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Deliveries as their owners see them. Another account's delivery is not there. */
@Path("/api/v2/deliveries")
@RolesAllowed(Scope.CUSTOMER)
@Produces(MediaType.APPLICATION_JSON)
class DeliveryResource {
    private final OwnerViews views;
    private final RequestHandler requests;
    private final LiveTracking liveTracking;

    DeliveryResource(OwnerViews views, DeliveryDomain domain, LiveTracking liveTracking) {
        this.views = views;
        this.requests = domain.requests();
        this.liveTracking = liveTracking;
    }

    @GET
    @Path("/{deliveryId}")
    public Uni<DeliveryView> find(@Context SecurityContext security, String deliveryId) {
        return views.view(Caller.account(security), deliveryId);
    }

    @GET
    public Uni<Page> list(
            @Context SecurityContext security,
            @RestQuery Optional<DeliveryStatus> status,
            @RestQuery @CodePointLength(max = 200) @Nullable String reference,
            @RestQuery @DefaultValue("20") @Min(1) @Max(100) int limit,
            @RestQuery @Nullable String cursor) {
        return views.page(new Search(
                Caller.account(security), status.orElse(null), reference, SearchParameters.place(cursor), limit));
    }

    @GET
    @Path("/{deliveryId}/timeline")
    public Uni<Timeline> timeline(@Context SecurityContext security, String deliveryId) {
        return views.timeline(Caller.account(security), deliveryId);
    }

    @GET
    @BeforeTracking
    @Path("/{deliveryId}/tracking")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(
            summary = "Follow a delivery",
            description =
                    "Each event with its version as id, and its position while it is under way. Ends with the delivery, or when the token expires: come again with a new one."
                            + " A Last-Event-ID beyond its last event is invalid.")
    @APIResponse(
            responseCode = "200",
            description = "The events after Last-Event-ID, or all of them.",
            content = @Content(mediaType = MediaType.SERVER_SENT_EVENTS, schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(
            responseCode = "204",
            description =
                    "The delivery has ended, and Last-Event-ID is its last event: there is no need to come again.")
    public Multi<OutboundSseEvent> track(
            @Context SecurityContext security,
            @RestHeader("Last-Event-ID") @Nullable String lastEventId,
            String deliveryId,
            @Context Sse sse) {
        return liveTracking.follow(
                Caller.account(security),
                deliveryId,
                SearchParameters.version(lastEventId),
                Caller.expiry(security),
                sse);
    }

    /** The answer to a confirmation. */
    record Confirmed(String deliveryId, DeliveryStatus status) {}

    @POST
    @Path("/{deliveryId}/confirmation")
    @APIResponse(responseCode = "409", description = "The delivery has ended: ALREADY_ENDED.")
    @APIResponse(
            responseCode = "422",
            description = "It is not the right proof, or it is too early: WRONG_CONFIRMATION.")
    public Uni<Confirmed> confirm(@Context SecurityContext security, String deliveryId, ProofOfDelivery proof) {
        return requests.confirm(deliveryId, Caller.account(security), proof)
                .map(Problems::granted)
                .map(status -> new Confirmed(deliveryId, status));
    }
}
