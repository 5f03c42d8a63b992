package io.dronedelivery.bench.load;

import io.dronedelivery.contracts.delivery.Assignment.Means;
import io.dronedelivery.contracts.delivery.DeliveryEvent;
import io.dronedelivery.contracts.delivery.DeliveryEvent.DeliveryCompleted;
import io.dronedelivery.contracts.delivery.DeliveryEvent.DeliveryCreated;
import io.dronedelivery.contracts.delivery.DeliveryEvent.DeliveryRejected;
import io.dronedelivery.contracts.delivery.DeliveryStatus;
import java.time.Duration;
import java.util.function.Predicate;

/**
 * What is waited for after an order.
 *
 * @param words what it is called
 * @param decisive which events are an outcome; the first of a delivery counts
 * @param wanted which outcomes are the wanted one; any other voids the measurement
 * @param timeout how long an order may take
 * @param spread the pause between the first orders; where an order takes long, the system is else met cold by all at once
 */
public record Outcome(
        String words,
        Predicate<DeliveryEvent> decisive,
        Predicate<DeliveryEvent> wanted,
        Duration timeout,
        Duration spread) {
    /** A drone is reserved, and the delivery has its schedule. */
    public static final Outcome SCHEDULED = new Outcome(
            "SCHEDULED",
            event -> event.header().status() != DeliveryStatus.PENDING,
            Outcome::byDrone,
            Duration.ofMinutes(1),
            Duration.ZERO);

    /** The parcel is at the drop-off, and paid for. It may take another drone, or a third party, if a flight fails. */
    public static final Outcome COMPLETED = new Outcome(
            "COMPLETED",
            event -> event.header().status().terminal(),
            DeliveryCompleted.class::isInstance,
            Duration.ofMinutes(30),
            Duration.ofMillis(300));

    private static boolean byDrone(DeliveryEvent event) {
        return event instanceof DeliveryCreated created && created.assignment().means() == Means.DRONE;
    }

    /** An outcome that is not the wanted one, in words. */
    static String words(DeliveryEvent event) {
        return event instanceof DeliveryRejected rejected
                ? "REJECTED " + rejected.code()
                : event instanceof DeliveryCreated
                        ? "SCHEDULED, but by no drone"
                        : event.header().status().name();
    }
}
