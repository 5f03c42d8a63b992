package io.dronedelivery.scheduler.domain;

import io.dronedelivery.contracts.Money;
import io.dronedelivery.contracts.Outcome;
import io.dronedelivery.contracts.Outcome.Refused;
import io.dronedelivery.contracts.Refusal;
import io.dronedelivery.contracts.accounting.Charges.Basis;
import io.dronedelivery.contracts.accounting.Charges.Charge;
import io.dronedelivery.contracts.accounting.Charges.Hold;
import io.dronedelivery.contracts.delivery.Assignment;
import io.dronedelivery.contracts.delivery.Attempts.Schedule;
import io.dronedelivery.contracts.drone.Fleet.Reservation;
import io.dronedelivery.contracts.drone.Fleet.ReservationRequest;
import io.dronedelivery.contracts.ingestion.DeliveryOrder;
import io.dronedelivery.contracts.packaging.Packages.Package;
import io.dronedelivery.contracts.packaging.Packages.Registration;
import io.dronedelivery.contracts.scheduler.CompensationRequested.Step;
import io.dronedelivery.contracts.transport.Shipments.Booking;
import io.dronedelivery.contracts.transport.Shipments.Shipment;
import io.smallrye.mutiny.Uni;
import java.util.function.Supplier;

/**
 * The steps of arranging a delivery. What fails is tried again until the order's deadline, and then counts as refused:
 * nobody waits for a parcel that is too late anyway.
 */
final class Steps {
    private final Services services;
    private final RetryPolicy retryPolicy;

    Steps(Services services, RetryPolicy retryPolicy) {
        this.services = services;
        this.retryPolicy = retryPolicy;
    }

    Uni<Outcome<Charge>> hold(AttemptProgress delivery) {
        DeliveryOrder order = delivery.order();
        Hold hold = new Hold(
                delivery.accountId(),
                new Basis(order.pickup().location(), order.dropoff().location(), order.parcel(), order.expedited()));
        return step(delivery, Step.HOLD_MONEY, () -> services.accounting()
                .hold(delivery.deliveryId(), delivery.attempt(), hold));
    }

    Uni<Outcome<Package>> register(AttemptProgress delivery) {
        Registration registration =
                new Registration(delivery.accountId(), delivery.order().parcel());
        return step(delivery, Step.REGISTER_PACKAGE, () -> services.packaging()
                .register(delivery.deliveryId(), delivery.attempt(), registration));
    }

    Uni<Outcome<Reservation>> reserve(AttemptProgress delivery) {
        DeliveryOrder order = delivery.order();
        ReservationRequest request = new ReservationRequest(
                order.pickup().location(),
                order.dropoff().location(),
                order.parcel().weightGrams(),
                order.readyAt(),
                order.deadline());
        return step(delivery, Step.RESERVE_DRONE, () -> services.drones()
                .reserve(delivery.deliveryId(), delivery.attempt(), request));
    }

    Uni<Outcome<Shipment>> book(AttemptProgress delivery) {
        DeliveryOrder order = delivery.order();
        Booking booking = new Booking(
                order.pickup().location(),
                order.dropoff().location(),
                order.parcel(),
                order.readyAt(),
                order.deadline());
        return step(delivery, Step.BOOK_SHIPMENT, () -> services.shipments()
                .book(delivery.deliveryId(), delivery.attempt(), booking));
    }

    Uni<Outcome<Schedule>> schedule(AttemptProgress delivery, Assignment assignment, Money price) {
        Schedule schedule = new Schedule(delivery.requestId(), assignment, price);
        return step(delivery, Step.SCHEDULE, () -> services.attempts()
                .schedule(delivery.deliveryId(), delivery.attempt(), schedule));
    }

    private <T> Uni<Outcome<T>> step(AttemptProgress delivery, Step step, Supplier<Uni<Outcome<T>>> call) {
        delivery.begin(step);
        return retryPolicy
                .until(delivery.order().deadline(), () -> call.get().onFailure().invoke(delivery::lost))
                .invoke(delivery::answered)
                .onFailure()
                .recoverWithItem(() -> new Refused<>(
                        Refusal.UNAVAILABLE,
                        "The step %s had no answer until the deadline, %s."
                                .formatted(step, delivery.order().deadline())));
    }
}
