package io.dronedelivery.gateway.mobile;

import io.dronedelivery.chassis.access.Caller;
import io.dronedelivery.chassis.calls.Downstreams;
import io.dronedelivery.chassis.failure.Problems;
import io.dronedelivery.contracts.Position;
import io.dronedelivery.contracts.access.Scope;
import io.dronedelivery.gateway.part.Part;
import io.dronedelivery.gateway.part.Source;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Arrays;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** A customer's own delivery, for a phone. */
@Path("/mobile/v1/deliveries/{deliveryId}")
@RolesAllowed(Scope.CUSTOMER)
class MobileDeliveryResource {
    private final OwnerClient delivery;
    private final Source source;

    MobileDeliveryResource(@RestClient OwnerClient delivery, Downstreams downstreams, MobileConfig config) {
        this.delivery = delivery;
        this.source = new Source(downstreams.of("delivery"), config.timeout());
    }

    @GET
    public Uni<RestResponse<MobileDelivery>> find(
            @Context SecurityContext security,
            String deliveryId,
            @RestHeader(HttpHeaders.IF_NONE_MATCH) @Nullable String known) {
        Caller.account(security); // a token of no account would be refused by the service, as if the service were down
        String token = Caller.bearer(security);
        return Uni.combine()
                .all()
                .unis(
                        source.find(() -> delivery.view(token, deliveryId)),
                        source.part(() -> delivery.timeline(token, deliveryId)))
                .with((view, timeline) -> answer(
                        Problems.found(view, "There is no delivery " + deliveryId + " of this account."),
                        timeline,
                        known));
    }

    /** Without a tag where a part is missing: it is to be asked for again. */
    private static RestResponse<MobileDelivery> answer(
            OwnedDelivery view, Part<Timeline> timeline, @Nullable String known) {
        MobileDelivery answer = MobileDelivery.of(view, timeline);
        if (timeline.found() == null) {
            return RestResponse.ok(answer);
        }
        String tag = tag(view);
        ResponseBuilder<MobileDelivery> response = isAmong(known, tag)
                ? ResponseBuilder.create(RestResponse.Status.NOT_MODIFIED)
                : ResponseBuilder.ok(answer);
        return response.header(HttpHeaders.ETAG, tag).build();
    }

    /** Weak: the forecast may have changed a little. */
    private static String tag(OwnedDelivery view) {
        Position position = view.position();
        String place = position == null ? "" : ":" + position.latitude() + ":" + position.longitude();
        return "W/\"" + view.version() + place + "\"";
    }

    private static boolean isAmong(@Nullable String tags, String tag) {
        return tags != null && Arrays.stream(tags.split(",")).map(String::strip).anyMatch(tag::equals);
    }
}
