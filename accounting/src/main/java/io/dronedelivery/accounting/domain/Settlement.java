package io.dronedelivery.accounting.domain;

import io.dronedelivery.accounting.domain.bill.Bill;
import io.dronedelivery.accounting.domain.bill.Change;
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
import java.util.function.Function;

/** Captures or gives back what is held, by the events of its delivery. */
public final class Settlement {
    /** Events that change nothing here. */
    public static final Set<Class<? extends DeliveryEvent>> IGNORED = DeliveryEvent.NEITHER_SCHEDULING_NOR_ENDING;

    private static final int FIRST_ATTEMPT = 1;

    private final Books books;

    public Settlement(Books books) {
        this.books = books;
    }

    /** Captures, gives back, or does nothing; the same event again changes nothing. */
    public Uni<Void> on(DeliveryEvent event) {
        Header header = event.header();
        return switch (event) {
            case DeliveryCompleted _ -> change(event, bill -> bill.complete(header.attempt(), header.at()));
            case DeliveryCancelled _, DeliveryRejected _, DeliveryReturned _, DeliveryFailed _ ->
                change(event, bill -> bill.end(header.at()));
            case DeliveryCreated _, DeliveryRescheduled _
            when header.attempt() > FIRST_ATTEMPT ->
                change(event, bill -> bill.releaseBelow(header.attempt(), header.at()));
            case DeliveryCreated _,
                    DeliveryRescheduled _,
                    DeliveryRequested _,
                    DeliveryHeadedToPickup _,
                    DeliveryPickedUp _,
                    DeliveryHeadedToDropoff _,
                    DeliveryArriving _,
                    DeliveryInterrupted _,
                    DeliveryChangeRefused _ -> Uni.createFrom().voidItem();
        };
    }

    private Uni<Void> change(DeliveryEvent event, Function<Bill, Change> decision) {
        return books.change(event.header().deliveryId(), decision);
    }
}
