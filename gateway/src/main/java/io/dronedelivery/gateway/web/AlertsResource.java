package io.dronedelivery.gateway.web;

import io.dronedelivery.chassis.access.Caller;
import io.dronedelivery.chassis.failure.RemoteFailure;
import io.dronedelivery.contracts.access.Scope;
import io.dronedelivery.gateway.part.Part;
import io.dronedelivery.gateway.web.OperatorClients.DeliveryQuery;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestQuery;

/** The open alerts, each with how its delivery stands: two calls for a page, however many alerts are on it. */
@Path("/web/v1/alerts")
@RolesAllowed(Scope.OPERATOR)
class AlertsResource {
    private static final String DELIVERY = "delivery";

    private final OperatorServices services;
    private final OperatorClients.Supervisor supervisor;
    private final OperatorClients.Delivery delivery;

    AlertsResource(
            OperatorServices services,
            @RestClient OperatorClients.Supervisor supervisor,
            @RestClient OperatorClients.Delivery delivery) {
        this.services = services;
        this.supervisor = supervisor;
        this.delivery = delivery;
    }

    @GET
    public Uni<Alerts> alerts(
            @Context SecurityContext security,
            @RestQuery Optional<Long> cursor,
            @RestQuery @DefaultValue("50") @Min(1) @Max(200) int limit) {
        String token = Caller.bearer(security);
        return services.of("supervisor")
                .find(() -> supervisor.openAlerts(token, cursor.orElse(null), limit))
                .map(found ->
                        found.orElseThrow(() -> new RemoteFailure("The service supervisor does not know its alerts.")))
                .chain(found -> standing(token, found.deliveryIds()).map(standing -> Alerts.of(found, standing)));
    }

    private Uni<Part<FoundDeliveries>> standing(String token, List<String> deliveryIds) {
        return deliveryIds.isEmpty()
                ? Uni.createFrom().item(new Part<>(DELIVERY, new FoundDeliveries(List.of())))
                : services.of(DELIVERY).part(() -> delivery.search(token, new DeliveryQuery(deliveryIds)));
    }
}
