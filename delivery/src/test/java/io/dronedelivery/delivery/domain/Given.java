package io.dronedelivery.delivery.domain;

import io.dronedelivery.contracts.Money;
import io.dronedelivery.contracts.Parcel;
import io.dronedelivery.contracts.Position;
import io.dronedelivery.contracts.Refusal;
import io.dronedelivery.contracts.delivery.Assignment;
import io.dronedelivery.contracts.delivery.Assignment.Means;
import io.dronedelivery.contracts.delivery.Attempts.Closure;
import io.dronedelivery.contracts.delivery.Attempts.Remedy;
import io.dronedelivery.contracts.delivery.Attempts.Schedule;
import io.dronedelivery.contracts.ingestion.DeliveryOrder;
import io.dronedelivery.contracts.ingestion.DeliveryOrder.Confirmation;
import io.dronedelivery.contracts.ingestion.DeliveryOrder.Stop;
import io.dronedelivery.contracts.ingestion.DeliveryRequest.ScheduleDelivery;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Deliveries to test with. */
final class Given {
    static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    static final String DRONE = "drone-7";
    static final Position PICKUP = new Position(47.3769, 8.5417);
    static final Position DROPOFF = new Position(47.3901, 8.5157);
    static final double CRUISE_SPEED = 15;

    private Given() {}

    static DeliveryOrder order(Position pickup, Position dropoff, Confirmation confirmation) {
        return new DeliveryOrder(
                new Stop(pickup, null, null, null),
                new Stop(dropoff, null, null, null),
                NOW,
                NOW.plus(Duration.ofHours(2)),
                new Parcel(Parcel.Size.SMALL, 900, null),
                false,
                confirmation,
                "order-1");
    }

    static ScheduleDelivery request(String deliveryId, DeliveryOrder order) {
        return new ScheduleDelivery("request-" + deliveryId, deliveryId, "acme", NOW, order);
    }

    static ScheduleDelivery request() {
        return request("d1", order(PICKUP, DROPOFF, Confirmation.NONE));
    }

    static Delivery pending() {
        return after(Rules.decide(Optional.empty(), request(), "1234", NOW));
    }

    static Delivery opened() {
        return after(Rules.open(Optional.empty(), request(), "1234", NOW));
    }

    static Delivery scheduled() {
        return scheduled(order(PICKUP, DROPOFF, Confirmation.NONE));
    }

    static Delivery scheduled(DeliveryOrder order) {
        Delivery opened = after(Rules.open(Optional.empty(), request("d1", order), "1234", NOW));
        return after(Rules.decide(Optional.of(opened), 1, byDrone("request-d1"), NOW));
    }

    static Schedule byDrone(String requestId) {
        return byDrone(DRONE, requestId);
    }

    static Schedule byDrone(String droneId, String requestId) {
        Instant pickupAt = NOW.plusSeconds(120);
        return new Schedule(
                requestId,
                new Assignment(Means.DRONE, droneId, null, CRUISE_SPEED, pickupAt, pickupAt.plusSeconds(240)),
                new Money(790, "EUR"));
    }

    static Schedule byCarrier(String requestId) {
        Instant pickupAt = NOW.plusSeconds(600);
        return new Schedule(
                requestId,
                new Assignment(Means.THIRD_PARTY, "cargobike", "cb-1", null, pickupAt, pickupAt.plusSeconds(900)),
                new Money(1290, "EUR"));
    }

    static Closure closure(int attempt, @Nullable Remedy remedy) {
        return new Closure("recovery-" + attempt, Refusal.FLIGHT_FAILED, "the drone failed", remedy);
    }

    static Delivery after(Decision<?> decision) {
        return after(decision.change());
    }

    static Delivery after(Optional<Change> change) {
        return change.orElseThrow().delivery();
    }
}
