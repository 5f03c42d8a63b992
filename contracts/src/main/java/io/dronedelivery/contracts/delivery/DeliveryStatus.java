package io.dronedelivery.contracts.delivery;

/** Where a delivery stands. From PENDING to COMPLETED it only goes forward within an attempt. */
public enum DeliveryStatus {
    PENDING(false),
    SCHEDULED(false),
    HEADED_TO_PICKUP(false),
    PICKED_UP(false),
    HEADED_TO_DROPOFF(false),
    ARRIVING(false),
    COMPLETED(true),
    /** The flight failed; another way is being sought. */
    RECOVERING(false),
    /** Cancelled by the customer. */
    CANCELLED(true),
    /** It could not be scheduled. */
    REJECTED(true),
    /** The parcel went back to its sender. */
    RETURNED(true),
    /** It was tried and could not be delivered. */
    FAILED(true);

    private final boolean terminal;

    DeliveryStatus(boolean terminal) {
        this.terminal = terminal;
    }

    /** Whether the delivery has ended. */
    public boolean terminal() {
        return terminal;
    }
}
