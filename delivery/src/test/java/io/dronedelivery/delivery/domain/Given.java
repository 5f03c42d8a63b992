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
import io.dronedelivery.delivery.domain.attempt.AttemptRules;
import io.dronedelivery.delivery.domain.decision.Decision;
import io.dronedelivery.delivery.domain.decision.Update;
import io.dronedelivery.delivery.domain.lifecycle.Delivery;
import io.dronedelivery.delivery.domain.request.RequestRules;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Deliveries to test with. */
public final class Given {
    public static final int NOT_OPENED = 0;
    public static final int FIRST_ATTEMPT = 1;
    public static final int SECOND_ATTEMPT = 2;
    public static final int THIRD_ATTEMPT = 3;

    /** The version of a delivery that was requested and scheduled. */
    public static final long VERSION_WHEN_SCHEDULED = 2;

    public static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    public static final String DRONE = "drone-7";
    public static final Position PICKUP = new Position(47.3769, 8.5417);
    public static final Position DROPOFF = new Position(47.3901, 8.5157);
    public static final double CRUISE_SPEED = 15;

    private Given() {}

    public static DeliveryOrder order(Position pickup, Position dropoff, Confirmation confirmation) {
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

    public static ScheduleDelivery request(String deliveryId, DeliveryOrder order) {
        return new ScheduleDelivery("request-" + deliveryId, deliveryId, "acme", NOW, order);
    }

    public static ScheduleDelivery request() {
        return request("d1", order(PICKUP, DROPOFF, Confirmation.NONE));
    }

    public static Delivery pending() {
        return after(new RequestRules("1234", NOW).receive(Optional.empty(), request()));
    }

    public static Delivery opened() {
        return after(new RequestRules("1234", NOW).open(Optional.empty(), request()));
    }

    public static Delivery scheduled() {
        return scheduled(order(PICKUP, DROPOFF, Confirmation.NONE));
    }

    public static Delivery scheduled(DeliveryOrder order) {
        Delivery opened = after(new RequestRules("1234", NOW).open(Optional.empty(), request("d1", order)));
        return after(new AttemptRules(NOW).schedule(Optional.of(opened), FIRST_ATTEMPT, byDrone("request-d1")));
    }

    public static Schedule byDrone(String requestId) {
        return byDrone(DRONE, requestId);
    }

    public static Schedule byDrone(String droneId, String requestId) {
        Instant pickupAt = NOW.plusSeconds(120);
        return new Schedule(
                requestId,
                new Assignment(Means.DRONE, droneId, null, CRUISE_SPEED, pickupAt, pickupAt.plusSeconds(240)),
                new Money(790, "EUR"));
    }

    public static Schedule byCarrier(String requestId) {
        Instant pickupAt = NOW.plusSeconds(600);
        return new Schedule(
                requestId,
                new Assignment(Means.THIRD_PARTY, "cargobike", "cb-1", null, pickupAt, pickupAt.plusSeconds(900)),
                new Money(1290, "EUR"));
    }

    public static Closure closure(int attempt, @Nullable Remedy remedy) {
        return new Closure("recovery-" + attempt, Refusal.FLIGHT_FAILED, "the drone failed", remedy);
    }

    public static Delivery after(Decision<?> decision) {
        return after(decision.update());
    }

    public static Delivery after(Optional<Update> update) {
        return update.orElseThrow().delivery();
    }
}
