package io.dronedelivery.bench.telemetry;

import io.dronedelivery.contracts.delivery.DeliveryStatus;
import java.util.List;
import java.util.Optional;

/** A quarter of a flight: it begins in one status, and one position within it shows the next. */
enum Leg {
    TAKE_OFF(DeliveryStatus.SCHEDULED, DeliveryStatus.HEADED_TO_PICKUP),
    PICKUP(DeliveryStatus.HEADED_TO_PICKUP, DeliveryStatus.PICKED_UP, DeliveryStatus.HEADED_TO_DROPOFF),
    APPROACH(DeliveryStatus.HEADED_TO_DROPOFF, DeliveryStatus.ARRIVING),
    LANDING(DeliveryStatus.ARRIVING, DeliveryStatus.COMPLETED);

    private final DeliveryStatus before;
    private final List<DeliveryStatus> reached;

    Leg(DeliveryStatus before, DeliveryStatus... reached) {
        this.before = before;
        this.reached = List.of(reached);
    }

    /** The status at its begin. */
    DeliveryStatus before() {
        return before;
    }

    /** The statuses that its one telling position shows, in order. */
    List<DeliveryStatus> reached() {
        return reached;
    }

    /** The leg after it; empty after the last. */
    Optional<Leg> next() {
        return this == LANDING ? Optional.empty() : Optional.of(values()[ordinal() + 1]);
    }
}
