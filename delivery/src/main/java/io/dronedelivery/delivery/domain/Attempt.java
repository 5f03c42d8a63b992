package io.dronedelivery.delivery.domain;

import io.dronedelivery.contracts.delivery.Attempts.Closed;
import io.dronedelivery.contracts.ingestion.DeliveryOrder;
import org.jspecify.annotations.Nullable;

/**
 * One try to carry a delivery out.
 *
 * @param number the fencing token, from 1
 * @param requestId the request it carries out
 * @param order what it tries to carry out
 * @param scheduled whether everything was arranged
 * @param closed the answer to its closure, once given up
 * @param shipment what a third party reported, perhaps before everything was arranged
 */
record Attempt(
        int number,
        String requestId,
        Purpose purpose,
        DeliveryOrder order,
        boolean scheduled,
        @Nullable Closed closed,
        ShipmentEvidence shipment) {

    /** What an attempt is made for. */
    enum Purpose {
        SCHEDULE,
        RESCHEDULE,
        /** To bring back what a failed reschedule overtook. */
        RESTORE,
        /** To schedule anew what failed in flight. */
        RECOVER
    }

    static Attempt open(int number, String requestId, Purpose purpose, DeliveryOrder order) {
        return new Attempt(number, requestId, purpose, order, false, null, ShipmentEvidence.NONE);
    }

    boolean pending() {
        return !scheduled && closed == null;
    }

    Attempt arranged() {
        return new Attempt(number, requestId, purpose, order, true, closed, shipment);
    }

    /** Whether it overtook something that is to be brought back, or failed in flight and is to be scheduled anew. */
    boolean toBeRestored() {
        return closed != null && closed.restore() != null;
    }

    Attempt closed(Closed answer) {
        return new Attempt(number, requestId, purpose, order, scheduled, answer, shipment);
    }

    Attempt with(ShipmentEvidence grown) {
        return new Attempt(number, requestId, purpose, order, scheduled, closed, grown);
    }

    /** Whether the request is the one that is to bring back what this attempt overtook, or to schedule it anew. */
    boolean restoredBy(String restoreId) {
        return closed != null
                && closed.restore() != null
                && closed.restore().requestId().equals(restoreId);
    }
}
