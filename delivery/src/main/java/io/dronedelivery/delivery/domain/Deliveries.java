package io.dronedelivery.delivery.domain;

import io.dronedelivery.contracts.delivery.DeliveryEvent;
import io.dronedelivery.contracts.delivery.DeliveryStatus;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The deliveries. A change stores the delivery, its timeline and the events to be published, all or nothing, and two
 * changes of one delivery never see the same state of it: what decides may run more than once, and must be pure.
 */
public interface Deliveries {

    /** Changes one delivery, or begins it. */
    <R> Uni<R> change(String deliveryId, Function<Optional<Delivery>, Decision<R>> decide);

    /** Changes those of the deliveries that have not ended, all in one. What is not known is passed over. */
    Uni<Void> changeAll(Set<String> deliveryIds, Function<Delivery, Optional<Change>> decide);

    Uni<Optional<Delivery>> find(String deliveryId);

    /** The events of a delivery after a version, in version order. */
    Uni<List<DeliveryEvent>> timeline(String deliveryId, long afterVersion);

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

    /** A place in the order of an account's deliveries: by time, and by id within one instant. */
    record Place(Instant requestedAt, String deliveryId) {}
}
