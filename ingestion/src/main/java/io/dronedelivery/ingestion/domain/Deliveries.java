package io.dronedelivery.ingestion.domain;

import io.dronedelivery.contracts.delivery.KeyUse;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** What is known of deliveries. */
public interface Deliveries {

    /**
     * The delivery, of whatever account, and what the key was used for; empty if it is not known, or not known yet. Fails
     * if there is no answer.
     *
     * @param keyId the key's id
     */
    Uni<Optional<KeyUse>> find(String deliveryId, String keyId);

    /** The same, but fails also if delivery has not read all requests that are stored by now. */
    Uni<Optional<KeyUse>> findForCertain(String deliveryId, String keyId);
}
