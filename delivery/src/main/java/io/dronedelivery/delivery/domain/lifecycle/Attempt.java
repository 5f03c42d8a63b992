package io.dronedelivery.delivery.domain.lifecycle;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIncludeProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.dronedelivery.contracts.delivery.Attempts;
import io.dronedelivery.contracts.ingestion.DeliveryOrder;
import io.dronedelivery.contracts.ingestion.DeliveryRequest.RescheduleDelivery;
import io.dronedelivery.delivery.domain.evidence.ShipmentEvidence;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One try to carry a delivery out: it is open, then scheduled once everything is arranged, and closed when given up. */
@JsonIncludeProperties({"number", "requestId", "purpose", "order", "scheduled", "closed", "shipment"})
public sealed interface Attempt {
    Plan plan();

    /** What a third party reported, perhaps before everything was arranged. */
    @JsonProperty
    ShipmentEvidence shipment();

    /** Whether everything was arranged, be it closed by now. */
    @JsonProperty
    boolean scheduled();

    /** The fencing token, from 1. */
    @JsonProperty
    default int number() {
        return plan().number();
    }

    /** The request that it carries out. */
    @JsonProperty
    default String requestId() {
        return plan().requestId();
    }

    @JsonProperty
    default Purpose purpose() {
        return plan().purpose();
    }

    @JsonProperty
    default DeliveryOrder order() {
        return plan().order();
    }

    /** The request that is to bring back what this attempt replaced, or to schedule anew what failed in it. */
    default Optional<RescheduleDelivery> restore() {
        return this instanceof Closed closed
                ? Optional.ofNullable(closed.answer().restore())
                : Optional.empty();
    }

    /** What an attempt is made for. */
    enum Purpose {
        SCHEDULE,
        RESCHEDULE,
        /** To bring back what was scheduled before a reschedule that failed. */
        RESTORE,
        /** To schedule anew what failed in flight. */
        RECOVER
    }

    /** What an attempt is to carry out. */
    record Plan(int number, String requestId, Purpose purpose, DeliveryOrder order) {}

    /** It counts: it was not closed yet. */
    sealed interface NotClosed extends Attempt {
        NotClosed with(ShipmentEvidence known);

        default Closed close(Attempts.Closed answer) {
            return new Closed(plan(), shipment(), scheduled(), answer);
        }
    }

    /** Its steps are being arranged. */
    record Open(Plan plan, ShipmentEvidence shipment) implements NotClosed {
        public static Open of(int number, String requestId, Purpose purpose, DeliveryOrder order) {
            return new Open(new Plan(number, requestId, purpose, order), ShipmentEvidence.NONE);
        }

        Scheduled schedule() {
            return new Scheduled(plan, shipment);
        }

        @Override
        public boolean scheduled() {
            return false;
        }

        @Override
        public Open with(ShipmentEvidence known) {
            return new Open(plan, known);
        }
    }

    /** Everything is arranged. */
    record Scheduled(Plan plan, ShipmentEvidence shipment) implements NotClosed {
        @Override
        public boolean scheduled() {
            return true;
        }

        @Override
        public Scheduled with(ShipmentEvidence known) {
            return new Scheduled(plan, known);
        }
    }

    /**
     * It was given up.
     *
     * @param answer the answer to its closure, repeated to whoever closes it again
     */
    record Closed(
            Plan plan,
            ShipmentEvidence shipment,
            boolean scheduled,
            @JsonProperty("closed") Attempts.Closed answer) implements Attempt {}

    /** Reads an attempt as it is stored. */
    @JsonCreator
    static Attempt stored(
            @JsonProperty("number") int number,
            @JsonProperty("requestId") String requestId,
            @JsonProperty("purpose") Purpose purpose,
            @JsonProperty("order") DeliveryOrder order,
            @JsonProperty("scheduled") boolean scheduled,
            @JsonProperty("closed") Attempts.@Nullable Closed closed,
            @JsonProperty("shipment") ShipmentEvidence shipment) {
        Plan plan = new Plan(number, requestId, purpose, order);
        if (closed != null) {
            return new Closed(plan, shipment, scheduled, closed);
        }
        return scheduled ? new Scheduled(plan, shipment) : new Open(plan, shipment);
    }
}
