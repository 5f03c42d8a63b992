package io.dronedelivery.packaging.domain;

import io.dronedelivery.contracts.Parcel;
import io.dronedelivery.contracts.Parcel.Size;
import io.dronedelivery.contracts.delivery.Cause;
import io.dronedelivery.contracts.delivery.DeliveryEvent.Header;
import io.dronedelivery.contracts.delivery.DeliveryStatus;
import io.dronedelivery.contracts.packaging.Packages.Registration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What tests of packaging talk about. */
public final class Samples {
    public static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    private Samples() {}

    public static Registration registration(@Nullable String tag) {
        return new Registration("account", new Parcel(Size.SMALL, 900, tag));
    }

    public static Header header(String deliveryId, int version, int attempt, DeliveryStatus status) {
        Cause cause = Cause.of(Cause.Source.SCHEDULER, "request", "as the test says");
        return new Header(deliveryId, version, "account", attempt, status, NOW.plusSeconds(version), cause);
    }
}
