package io.dronedelivery.delivery.domain.evidence;

/** What keeps a flight or shipment from going on. */
public enum Incident {
    FAILED,
    /** The drone gave its mission up by itself, or because it was told to for a change that is being arranged. */
    ABORTED,
    /** It is certain that the drone will not go on. */
    STOPPED,
    /** The drone will not go on and has the parcel, or it is lost and may have the parcel. */
    PARCEL_ASTRAY
}
