package io.dronedelivery.packaging.domain;

import io.dronedelivery.contracts.Money;
import io.dronedelivery.contracts.Parcel;
import io.dronedelivery.contracts.Parcel.Size;
import io.dronedelivery.contracts.delivery.Assignment;
import io.dronedelivery.contracts.delivery.Assignment.Means;
import io.dronedelivery.contracts.delivery.Cause;
import io.dronedelivery.contracts.delivery.DeliveryEvent.DeliveryRescheduled;
import io.dronedelivery.contracts.delivery.DeliveryEvent.Header;
import io.dronedelivery.contracts.delivery.DeliveryStatus;
import io.dronedelivery.contracts.packaging.Packages.Registration;
import io.dronedelivery.testing.Orders;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What tests of packaging talk about. */
public final class Samples {
    public static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    private static final double CRUISE_SPEED = 15.0;
    private static final Duration TO_PICKUP = Duration.ofMinutes(2);
    private static final Duration TO_DROPOFF = Duration.ofMinutes(5);
    private static final Money PRICE = new Money(500, "CHF");

    private Samples() {}

    public static Registration registration(@Nullable String tag) {
        return new Registration("account", new Parcel(Size.SMALL, 900, tag));
    }

    public static Header header(String deliveryId, int version, int attempt, DeliveryStatus status) {
        Cause cause = Cause.of(Cause.Source.SCHEDULER, "request", "as the test says");
        return new Header(deliveryId, version, "account", attempt, status, NOW.plusSeconds(version), cause);
    }

    /** The delivery goes by the attempt that the header names. */
    public static DeliveryRescheduled rescheduled(Header header) {
        Assignment byDrone =
                new Assignment(Means.DRONE, "drone", null, CRUISE_SPEED, NOW.plus(TO_PICKUP), NOW.plus(TO_DROPOFF));
        return new DeliveryRescheduled(header, "request", Orders.order(NOW), byDrone, PRICE);
    }
}
