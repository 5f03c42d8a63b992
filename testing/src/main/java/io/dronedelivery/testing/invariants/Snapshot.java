package io.dronedelivery.testing.invariants;

import io.dronedelivery.contracts.accounting.Charges;
import io.dronedelivery.contracts.delivery.DeliveryEvent;
import io.dronedelivery.contracts.delivery.DeliveryStatus;
import io.dronedelivery.contracts.ingestion.DeliveryRequest;
import java.util.List;

/**
 * What all services have stored and the topics hold, at one moment.
 *
 * @param requests the topic <code>delivery.requests</code>: every request that was answered 202
 * @param published the topic <code>delivery.events</code>, repeats included, in order per delivery
 * @param decided the events in delivery's own database, in version order per delivery
 * @param deliveries the deliveries in delivery's own database
 * @param holdings what services hold for deliveries
 * @param charges what deliveries cost
 * @param ledger every entry of accounting's ledger
 */
public record Snapshot(
        List<DeliveryRequest> requests,
        List<DeliveryEvent> published,
        List<DeliveryEvent> decided,
        List<StoredDelivery> deliveries,
        List<Holding> holdings,
        List<StoredCharge> charges,
        List<LedgerEntry> ledger) {

    /** A delivery as its own service stores it. */
    public record StoredDelivery(String deliveryId, DeliveryStatus status, long version) {}

    /** Something a service holds for a delivery, and has not let go of. */
    public record Holding(Kind kind, String deliveryId, int attempt, String holder) {

        /** What is held. */
        public enum Kind {
            DRONE,
            SHIPMENT,
            PACKAGE,
            MONEY
        }

        /** Whether it moves the parcel. */
        boolean carries() {
            return kind == Kind.DRONE || kind == Kind.SHIPMENT;
        }
    }

    /** A charge as accounting stores it. */
    public record StoredCharge(String deliveryId, int attempt, Charges.State state) {}

    /** One side of a booking, in minor units. */
    public record LedgerEntry(String transaction, String currency, long minor) {}
}
