package io.dronedelivery.delivery.domain.decision;

import io.dronedelivery.contracts.delivery.DeliveryEvent;
import io.dronedelivery.contracts.delivery.DeliveryStatus;
import io.dronedelivery.delivery.domain.lifecycle.Delivery;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The stored deliveries. An update stores the delivery, its timeline and the events to be published, all or nothing. Two
 * updates of one delivery never see the same state of it. A decision may run more than once, and must be pure.
 */
public interface Deliveries {

    /** Updates one delivery, or begins it. */
    <R> Uni<R> update(String deliveryId, Function<Optional<Delivery>, Decision<R>> decide);

    /** Updates those of the deliveries that exist and have not ended, in one transaction. */
    Uni<Void> updateAll(Set<String> deliveryIds, Function<Delivery, Optional<Update>> decide);

    Uni<Optional<Delivery>> find(String deliveryId);

    /** The events of a delivery after a version, in version order. */
    Uni<List<DeliveryEvent>> timeline(String deliveryId, long afterVersion);

    /** The version of the last event of each of those deliveries that exist. */
    Uni<Map<String, Long>> versions(Set<String> deliveryIds);

    /** Those of the deliveries that the account has, in the order of their ids. */
    Uni<List<Dated>> findAll(String accountId, Set<String> deliveryIds);

    /** Those of the deliveries that there are, of whatever account, in the order of their ids. */
    Uni<List<Delivery>> findAll(Set<String> deliveryIds);

    /** How many go on, by status; a status without any may be absent. */
    Uni<Map<DeliveryStatus, Long>> underWay();

    /** One page of an account's deliveries, newest first. */
    Uni<List<Delivery>> page(Search search);

    /**
     * What to look for.
     *
     * @param status only those of this status
     * @param reference only those of this reference of the customer's own
     * @param after only those that come after this one
     * @param limit how many at most
     */
    record Search(
            String accountId,
            @Nullable DeliveryStatus status,
            @Nullable String reference,
            @Nullable Place after,
            int limit) {}

    /**
     * A delivery with its end.
     *
     * @param endedAt when it ended, though changes of it may have been refused since then; absent while it goes on
     */
    record Dated(Delivery delivery, @Nullable Instant endedAt) {}

    /** A place in the order of an account's deliveries: by time, and by id within one instant. */
    record Place(Instant requestedAt, String deliveryId) {}
}
