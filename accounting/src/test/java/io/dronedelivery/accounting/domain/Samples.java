package io.dronedelivery.accounting.domain;

import io.dronedelivery.contracts.Money;
import io.dronedelivery.contracts.Parcel;
import io.dronedelivery.contracts.Parcel.Size;
import io.dronedelivery.contracts.Position;
import io.dronedelivery.contracts.accounting.Accounts.Standing;
import io.dronedelivery.contracts.accounting.Accounts.Terms;
import io.dronedelivery.contracts.accounting.Charges.Basis;
import io.dronedelivery.contracts.accounting.Charges.Hold;
import io.dronedelivery.contracts.delivery.Assignment;
import io.dronedelivery.contracts.delivery.Assignment.Means;
import io.dronedelivery.contracts.delivery.Cause;
import io.dronedelivery.contracts.delivery.DeliveryEvent.DeliveryRescheduled;
import io.dronedelivery.contracts.delivery.DeliveryEvent.Header;
import io.dronedelivery.contracts.delivery.DeliveryStatus;
import io.dronedelivery.testing.Orders;
import java.time.Instant;
import java.util.Map;

/** Sample values for the tests of accounting. */
public final class Samples {
    public static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    public static final Position PICKUP = new Position(49.25734, -123.24311);
    public static final Position DROPOFF = new Position(49.25691, -123.24202);

    public static final long FLAT_PRICE = 100;

    /** Every delivery costs the same. */
    public static final Tariff FLAT =
            new Tariff("EUR", FLAT_PRICE, 0, 0, Map.of(Size.SMALL, 0L, Size.MEDIUM, 0L, Size.LARGE, 0L), 100);

    private Samples() {}

    public static Terms terms(long openingMinor) {
        return terms(openingMinor, 0, Standing.ACTIVE);
    }

    public static Terms terms(long openingMinor, long creditLimitMinor, Standing standing) {
        return new Terms("Flora's flowers", new Money(openingMinor, "EUR"), creditLimitMinor, standing);
    }

    public static Hold hold(String accountId) {
        return new Hold(accountId, basis(Size.SMALL, 500, false));
    }

    public static Basis basis(Size size, int weightGrams, boolean expedited) {
        return new Basis(PICKUP, DROPOFF, new Parcel(size, weightGrams, null), expedited);
    }

    public static Header header(String deliveryId, int version, int attempt, DeliveryStatus status) {
        Cause cause = Cause.of(Cause.Source.SCHEDULER, "request", "as the test says");
        return new Header(deliveryId, version, "account", attempt, status, NOW.plusSeconds(version), cause);
    }

    /** The delivery goes by the attempt that the header names. */
    public static DeliveryRescheduled rescheduled(Header header) {
        Assignment byVan = new Assignment(Means.THIRD_PARTY, "van", "reference", null, NOW, NOW);
        return new DeliveryRescheduled(header, "request", Orders.order(NOW), byVan, new Money(FLAT_PRICE, "EUR"));
    }
}
