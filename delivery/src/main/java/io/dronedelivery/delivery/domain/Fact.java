package io.dronedelivery.delivery.domain;

/** What evidence can bear out of an attempt; those up to DELIVERED follow each other, so a later one implies the earlier. */
enum Fact {
    HEADED_TO_PICKUP,
    PICKED_UP,
    HEADED_TO_DROPOFF,
    ARRIVING,
    DELIVERED,
    INTERRUPTED,
    /** The drone itself has given its mission up: perhaps as it was told to, for a change that is being arranged. */
    ABORTED,
    /** It is certain that the drone will not go on. */
    STOPPED,
    /** The drone that will not go on has the parcel, or is lost and may have it. */
    ASTRAY
}
