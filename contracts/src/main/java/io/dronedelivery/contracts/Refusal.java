package io.dronedelivery.contracts;

/**
 * Why something asked for was not done: the stable code that a problem detail, a stored answer and an event carry. A
 * refusal is definitive for its request: the same request is never answered otherwise, a later one may be. What may go
 * better when it is tried again is an error, not a refusal.
 */
public enum Refusal {
    /** No such thing, or it belongs to somebody else. */
    NOT_FOUND,
    /** A field is missing, malformed or out of range. */
    INVALID,
    /** The idempotency key was used before, for another request. */
    KEY_REUSED,
    ACCOUNT_UNKNOWN,
    ACCOUNT_SUSPENDED,
    INSUFFICIENT_FUNDS,
    CURRENCY_MISMATCH,
    /** No airframe of the fleet lifts the weight. */
    TOO_HEAVY_FOR_DRONES,
    /** No drone can fly the route and keep its reserve. */
    OUT_OF_DRONE_RANGE,
    /** Drones could fly it, but none is free in time. */
    NO_DRONE_IN_TIME,
    NO_CARRIER,
    /** The parcel is on its way: too late to cancel or change. */
    ALREADY_PICKED_UP,
    /** Its flight or shipment failed and is being put right: ask again once it is scheduled anew. */
    BEING_RECOVERED,
    /** The delivery has ended. */
    ALREADY_ENDED,
    /** The attempt was undone, closed, or a later one has begun: a late caller must stop. */
    ATTEMPT_OVERTAKEN,
    DEADLINE_PASSED,
    WRONG_CONFIRMATION,
    CARRIER_FAILED,
    /** The drone failed in flight, and there was no other way. */
    FLIGHT_FAILED,
    /** Nothing was heard of how it ended, long after it should have. */
    OVERDUE,
    /** A service answered against its contract. */
    MALFORMED_ANSWER,
    /** A service could not be reached within the time the request had. */
    UNAVAILABLE;

    /** Whether it says that no drone can carry the parcel, so that a third party is to be asked. */
    public boolean noDroneCan() {
        return switch (this) {
            case TOO_HEAVY_FOR_DRONES, OUT_OF_DRONE_RANGE, NO_DRONE_IN_TIME -> true;
            case NOT_FOUND,
                    INVALID,
                    KEY_REUSED,
                    ACCOUNT_UNKNOWN,
                    ACCOUNT_SUSPENDED,
                    INSUFFICIENT_FUNDS,
                    CURRENCY_MISMATCH,
                    NO_CARRIER,
                    ALREADY_PICKED_UP,
                    BEING_RECOVERED,
                    ALREADY_ENDED,
                    ATTEMPT_OVERTAKEN,
                    DEADLINE_PASSED,
                    WRONG_CONFIRMATION,
                    CARRIER_FAILED,
                    FLIGHT_FAILED,
                    OVERDUE,
                    MALFORMED_ANSWER,
                    UNAVAILABLE -> false;
        };
    }
}
