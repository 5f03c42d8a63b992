package io.dronedelivery.contracts.drone;

/**
 * The mission a drone flies: an attempt at a delivery.
 *
 * @param aborted whether the drone has given it up
 */
public record MissionReference(String deliveryId, int attempt, boolean aborted) {
    /** Whether both are the same attempt at the same delivery, given up or not. */
    public boolean isOfSameAttemptAs(MissionReference other) {
        return attempt == other.attempt && deliveryId.equals(other.deliveryId);
    }
}
