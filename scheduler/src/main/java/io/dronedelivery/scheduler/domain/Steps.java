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

    Uni<Outcome<Charge>> hold(AttemptProgress progress) {
        DeliveryOrder order = progress.order();
        Hold hold = new Hold(
                progress.accountId(),
                new Basis(order.pickup().location(), order.dropoff().location(), order.parcel(), order.expedited()));
        return step(progress, Step.HOLD_MONEY, () -> services.accounting()
                .hold(progress.deliveryId(), progress.attempt(), hold));
    }

    Uni<Outcome<Package>> register(AttemptProgress progress) {
        Registration registration =
                new Registration(progress.accountId(), progress.order().parcel());
        return step(progress, Step.REGISTER_PACKAGE, () -> services.packaging()
                .register(progress.deliveryId(), progress.attempt(), registration));
    }

    Uni<Outcome<Reservation>> reserve(AttemptProgress progress) {
        DeliveryOrder order = progress.order();
        ReservationRequest request = new ReservationRequest(
                order.pickup().location(),
                order.dropoff().location(),
                order.parcel().weightGrams(),
                order.readyAt(),
                order.deadline());
        return step(progress, Step.RESERVE_DRONE, () -> services.drones()
                .reserve(progress.deliveryId(), progress.attempt(), request));
    }

    Uni<Outcome<Shipment>> book(AttemptProgress progress) {
        DeliveryOrder order = progress.order();
        Booking booking = new Booking(
                order.pickup().location(),
                order.dropoff().location(),
                order.parcel(),
                order.readyAt(),
                order.deadline());
        return step(progress, Step.BOOK_SHIPMENT, () -> services.shipments()
                .book(progress.deliveryId(), progress.attempt(), booking));
    }

    Uni<Outcome<Schedule>> schedule(AttemptProgress progress, Assignment assignment, Money price) {
        Schedule schedule = new Schedule(progress.requestId(), assignment, price);
        return step(progress, Step.SCHEDULE, () -> services.attempts()
                .schedule(progress.deliveryId(), progress.attempt(), schedule));
    }

    private <T> Uni<Outcome<T>> step(AttemptProgress progress, Step step, Supplier<Uni<Outcome<T>>> call) {
        progress.begin(step);
        return retryPolicy
                .until(progress.order().deadline(), () -> call.get().onFailure().invoke(progress::lost))
                .invoke(progress::answered)
                .onFailure()
                .recoverWithItem(() -> new Refused<>(
                        Refusal.UNAVAILABLE,
                        "The step %s had no answer until the deadline, %s."
                                .formatted(step, progress.order().deadline())));
    }
}
