package io.dronedelivery.transport.domain;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.dronedelivery.contracts.Outcome.Refused;
import io.dronedelivery.contracts.transport.Shipments.Booking;
import io.dronedelivery.contracts.transport.Shipments.Shipment;
import io.dronedelivery.contracts.transport.Shipments.Stage;
import io.dronedelivery.transport.domain.carrier.Carrier.Offer;
import io.dronedelivery.transport.domain.carrier.Reference;

/** The answer to one attempt, which never changes but for its stage. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(Answer.Declined.class),
    @JsonSubTypes.Type(Answer.Chosen.class),
    @JsonSubTypes.Type(Answer.Carried.class),
    @JsonSubTypes.Type(Answer.Withdrawn.class),
    @JsonSubTypes.Type(Answer.Over.class)
})
public sealed interface Answer {
    int attempt();

    /** No carrier takes it. */
    record Declined(int attempt, String detail) implements Answer {}

    /** An answer that names a shipment. */
    sealed interface Shipped extends Answer {
        Shipment shipment();

        @Override
        default int attempt() {
            return shipment().attempt();
        }
    }

    /** The carrier is chosen, and may have the booking or not. Stored before it is called, so that a repeat calls the same one. */
    record Chosen(Shipment shipment, Booking booking) implements Shipped {
        Carried booked(Offer offer) {
            return new Carried(offer.shipment(new Reference(shipment.deliveryId(), shipment.attempt())));
        }

        Declined declined(Refused<Offer> refused) {
            return new Declined(shipment.attempt(), refused.detail());
        }
    }

    /** Booked, and under way. */
    record Carried(Shipment shipment) implements Shipped {
        Shipped reached(Stage stage) {
            Shipment further = at(stage, shipment);
            return stage == Stage.DELIVERED || stage == Stage.FAILED ? new Over(further) : new Carried(further);
        }
    }

    /** To be cancelled at the carrier. */
    record Withdrawn(Shipment shipment) implements Shipped {
        Over cancelled() {
            return new Over(at(Stage.CANCELLED, shipment));
        }
    }

    /** Delivered, failed or cancelled. */
    record Over(Shipment shipment) implements Shipped {}

    private static Shipment at(Stage stage, Shipment shipment) {
        return new Shipment(
                shipment.deliveryId(),
                shipment.attempt(),
                shipment.carrier(),
                shipment.reference(),
                stage,
                shipment.pickupAt(),
                shipment.dropoffAt());
    }
}
