package io.dronedelivery.ingestion;

import io.dronedelivery.chassis.calls.Downstream;
import io.dronedelivery.chassis.calls.Downstreams;
import io.dronedelivery.contracts.delivery.KeyUse;
import io.dronedelivery.ingestion.domain.Deliveries;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

/** Asks the service delivery. */
@ApplicationScoped
class RestDeliveries implements Deliveries {
    private static final Logger log = Logger.getLogger(RestDeliveries.class);

    private final DeliveryClient delivery;
    private final Downstream downstream;

    RestDeliveries(@RestClient DeliveryClient delivery, Downstreams downstreams) {
        this.delivery = delivery;
        this.downstream = downstreams.of("delivery");
    }

    @Override
    public Uni<Optional<KeyUse>> find(String deliveryId, String keyId) {
        return ask(deliveryId, () -> delivery.keyUse(deliveryId, keyId, false));
    }

    @Override
    public Uni<Optional<KeyUse>> findForCertain(String deliveryId, String keyId) {
        return ask(deliveryId, () -> delivery.keyUse(deliveryId, keyId, true));
    }

    private Uni<Optional<KeyUse>> ask(String deliveryId, Supplier<Uni<KeyUse>> question) {
        return downstream
                .find(question)
                .onFailure()
                .invoke(failure -> log.debugf("delivery does not answer delivery=%s because=%s", deliveryId, failure));
    }
}
