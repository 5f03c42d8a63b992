package io.dronedelivery.transport.domain;

import io.dronedelivery.contracts.Money;
import io.dronedelivery.contracts.Refusal;
import io.dronedelivery.contracts.delivery.Assignment;
import io.dronedelivery.contracts.delivery.Cause;
import io.dronedelivery.contracts.delivery.DeliveryEvent;
import io.dronedelivery.contracts.delivery.DeliveryEvent.Header;
import io.dronedelivery.contracts.delivery.DeliveryStatus;
import io.dronedelivery.testing.Orders;
import java.time.Duration;
import java.time.Instant;

/** Events to test with. */
public final class Events {
    private static final Instant AT = Instant.parse("2026-05-01T08:00:00Z");

    private Events() {}

    public static DeliveryEvent scheduled(String deliveryId, int attempt, Assignment.Means means) {
        Assignment assignment = new Assignment(means, "c", null, null, AT, AT.plus(Duration.ofHours(1)));
        return new DeliveryEvent.DeliveryCreated(
                header(deliveryId, attempt, DeliveryStatus.SCHEDULED),
                "request",
                Orders.order(AT),
                assignment,
                new Money(100, "CHF"));
    }

    public static DeliveryEvent cancelled(String deliveryId, int attempt) {
        return new DeliveryEvent.DeliveryCancelled(
                header(deliveryId, attempt, DeliveryStatus.CANCELLED), "request", null);
    }

    public static DeliveryEvent completed(String deliveryId, int attempt) {
        return new DeliveryEvent.DeliveryCompleted(header(deliveryId, attempt, DeliveryStatus.COMPLETED));
    }

    public static DeliveryEvent interrupted(String deliveryId, int attempt) {
        return new DeliveryEvent.DeliveryInterrupted(
                header(deliveryId, attempt, DeliveryStatus.RECOVERING), Refusal.CARRIER_FAILED, "the van broke down");
    }

    private static Header header(String deliveryId, int attempt, DeliveryStatus status) {
        return new Header(
                deliveryId, 1, "account", attempt, status, AT, Cause.of(Cause.Source.REQUEST, "request", "test"));
    }
}
