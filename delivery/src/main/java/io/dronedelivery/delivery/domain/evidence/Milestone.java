package io.dronedelivery.delivery.domain.evidence;

import java.util.Optional;

/** What is reached on the way to the recipient, in this order: a later milestone implies the earlier ones. */
public enum Milestone {
    HEADED_TO_PICKUP,
    PICKED_UP,
    HEADED_TO_DROPOFF,
    ARRIVING,
    DELIVERED;

    Optional<Milestone> next() {
        return this == DELIVERED ? Optional.empty() : Optional.of(values()[ordinal() + 1]);
    }
}
