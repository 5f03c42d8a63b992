package io.dronedelivery.packaging.domain;

import io.dronedelivery.contracts.delivery.DeliveryEvent;
import io.dronedelivery.contracts.delivery.DeliveryEvent.DeliveryArriving;
import io.dronedelivery.contracts.delivery.DeliveryEvent.DeliveryCancelled;
import io.dronedelivery.contracts.delivery.DeliveryEvent.DeliveryChangeRefused;
import io.dronedelivery.contracts.delivery.DeliveryEvent.DeliveryCompleted;
import io.dronedelivery.contracts.delivery.DeliveryEvent.DeliveryCreated;
import io.dronedelivery.contracts.delivery.DeliveryEvent.DeliveryFailed;
import io.dronedelivery.contracts.delivery.DeliveryEvent.DeliveryHeadedToDropoff;
import io.dronedelivery.contracts.delivery.DeliveryEvent.DeliveryHeadedToPickup;
import io.dronedelivery.contracts.delivery.DeliveryEvent.DeliveryInterrupted;
import io.dronedelivery.contracts.delivery.DeliveryEvent.DeliveryPickedUp;
import io.dronedelivery.contracts.delivery.DeliveryEvent.DeliveryRejected;
import io.dronedelivery.contracts.delivery.DeliveryEvent.DeliveryRequested;
import io.dronedelivery.contracts.delivery.DeliveryEvent.DeliveryRescheduled;
import io.dronedelivery.contracts.delivery.DeliveryEvent.DeliveryReturned;
import io.dronedelivery.contracts.delivery.DeliveryEvent.Header;
import io.smallrye.mutiny.Uni;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Follows the package as its delivery goes on and ends. */
public final class PackageTracker {
    /** Events that change nothing here. */
    public static final Set<Class<? extends DeliveryEvent>> IGNORED = Set.of(
            DeliveryRequested.class,
            DeliveryHeadedToPickup.class,
            DeliveryHeadedToDropoff.class,
            DeliveryArriving.class,
            DeliveryInterrupted.class,
            DeliveryChangeRefused.class);

    private static final int FIRST_ATTEMPT = 1;

    private final Custodies custodies;

    public PackageTracker(Custodies custodies) {
        this.custodies = custodies;
    }

    /** Keeps what the event says of the package; the same event again changes nothing. */
    public Uni<Void> on(DeliveryEvent event) {
        Header header = event.header();
        return switch (event) {
            case DeliveryPickedUp _ -> change(event, custody -> custody.pickUp(header.attempt(), header.at()));
            case DeliveryCompleted _ -> change(event, custody -> custody.deliver(header.attempt(), header.at()));
            case DeliveryReturned _ -> change(event, custody -> custody.giveBack(header.attempt(), header.at()));
            case DeliveryCancelled _, DeliveryRejected _, DeliveryFailed _ ->
                change(event, custody -> custody.end(header.at()));
            case DeliveryCreated _, DeliveryRescheduled _
            when header.attempt() > FIRST_ATTEMPT ->
                change(event, custody -> custody.releaseBelow(header.attempt(), header.at()));
            case DeliveryCreated _,
                    DeliveryRescheduled _,
                    DeliveryRequested _,
                    DeliveryHeadedToPickup _,
                    DeliveryHeadedToDropoff _,
                    DeliveryArriving _,
                    DeliveryInterrupted _,
                    DeliveryChangeRefused _ -> Uni.createFrom().voidItem();
        };
    }

    private Uni<Void> change(DeliveryEvent event, UnaryOperator<Custody> decision) {
        return custodies.change(event.header().deliveryId(), decision);
    }
}
