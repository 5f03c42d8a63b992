package io.dronedelivery.supervisor.watch;

import static io.dronedelivery.contracts.InternalPaths.ATTEMPT;
import static io.dronedelivery.contracts.InternalPaths.DELIVERY;
import static io.dronedelivery.contracts.InternalPaths.INTERRUPTION;

import io.dronedelivery.chassis.calls.Downstream;
import io.dronedelivery.chassis.calls.Downstreams;
import io.dronedelivery.contracts.delivery.Attempts.Interruption;
import io.dronedelivery.contracts.delivery.DeliveryView;
import io.dronedelivery.supervisor.watch.domain.Deliveries;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.Optional;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestPath;

/** The service delivery over HTTP. */
@Singleton
class HttpDeliveries implements Deliveries {

    /** Its API, as far as the watch calls it. */
    @RegisterRestClient(configKey = "delivery")
    interface Client {
        @GET
        @Path(DELIVERY)
        Uni<DeliveryView> find(@RestPath String deliveryId);

        @PUT
        @Path(DELIVERY + ATTEMPT + INTERRUPTION)
        Uni<Void> interrupt(@RestPath String deliveryId, @RestPath int attempt, Interruption interruption);
    }

    private final Client delivery;
    private final Downstream downstream;

    HttpDeliveries(@RestClient Client delivery, Downstreams downstreams) {
        this.delivery = delivery;
        this.downstream = downstreams.of("delivery");
    }

    @Override
    public Uni<Optional<DeliveryView>> view(String deliveryId) {
        return downstream.find(() -> delivery.find(deliveryId));
    }

    @Override
    public Uni<Void> interrupt(String deliveryId, int attempt, Interruption interruption) {
        return downstream.call(() -> delivery.interrupt(deliveryId, attempt, interruption));
    }
}
