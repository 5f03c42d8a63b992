package io.dronedelivery.scheduler;

import io.dronedelivery.chassis.calls.BatchedCalls;
import io.dronedelivery.chassis.calls.CallsConfig;
import io.dronedelivery.chassis.calls.Downstream;
import io.dronedelivery.chassis.calls.Downstreams;
import io.dronedelivery.chassis.retry.Backoff;
import io.dronedelivery.chassis.timer.PeriodicTask;
import io.dronedelivery.contracts.Batch.Call;
import io.dronedelivery.contracts.accounting.Charges.Charge;
import io.dronedelivery.contracts.accounting.Charges.Hold;
import io.dronedelivery.contracts.drone.Fleet.Reservation;
import io.dronedelivery.contracts.drone.Fleet.ReservationRequest;
import io.dronedelivery.contracts.packaging.Packages.Package;
import io.dronedelivery.contracts.packaging.Packages.Registration;
import io.dronedelivery.scheduler.IntakeStatus.State;
import io.dronedelivery.scheduler.domain.Accounting;
import io.dronedelivery.scheduler.domain.Attempts;
import io.dronedelivery.scheduler.domain.Compensations;
import io.dronedelivery.scheduler.domain.Drones;
import io.dronedelivery.scheduler.domain.Packaging;
import io.dronedelivery.scheduler.domain.RetryPolicy;
import io.dronedelivery.scheduler.domain.Scheduling;
import io.dronedelivery.scheduler.domain.Services;
import io.dronedelivery.scheduler.domain.Shipments;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Random;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Makes beans of the domain's classes. */
class Beans {
    private static final Duration LOOK_EVERY = Duration.ofMillis(250);

    @Produces
    @Singleton
    Scheduling scheduling(Services services, Compensations compensations, CallsConfig calls, InstantSource clock) {
        Backoff backoff = new Backoff(calls.retry().firstPause(), calls.retry().longestPause());
        RetryPolicy retryPolicy = new RetryPolicy(backoff, clock, new Random(), Backoff::delay);
        return new Scheduling(services, compensations, retryPolicy, clock);
    }

    @Produces
    @Singleton
    Services services(
            Attempts attempts, Accounting accounting, Packaging packaging, Drones drones, Shipments shipments) {
        return new Services(attempts, accounting, packaging, drones, shipments);
    }

    @Produces
    @Singleton
    Accounting accounting(@RestClient AccountingClient accounting, Downstreams downstreams) {
        Downstream downstream = downstreams.of("accounting");
        BatchedCalls<Call<Hold>, Charge> holds = downstream.batched(
                call -> accounting.hold(call.deliveryId(), call.attempt(), call.body()), accounting::holdAll);
        return (deliveryId, attempt, hold) -> downstream.ask(
                () -> holds.call(deliveryId, new Call<>(deliveryId, attempt, hold)), charge -> charge.amount() != null);
    }

    @Produces
    @Singleton
    Packaging packaging(@RestClient PackagingClient packaging, Downstreams downstreams) {
        Downstream downstream = downstreams.of("packaging");
        BatchedCalls<Call<Registration>, Package> registrations = downstream.batched(
                call -> packaging.register(call.deliveryId(), call.attempt(), call.body()), packaging::registerAll);
        return (deliveryId, attempt, registration) -> downstream.ask(
                () -> registrations.call(deliveryId, new Call<>(deliveryId, attempt, registration)),
                registered -> registered.packageId() != null);
    }

    @Produces
    @Singleton
    Drones drones(@RestClient DroneClient drone, Downstreams downstreams) {
        Downstream downstream = downstreams.of("drone");
        BatchedCalls<Call<ReservationRequest>, Reservation> reservations = downstream.batched(
                call -> drone.reserve(call.deliveryId(), call.attempt(), call.body()), drone::reserveAll);
        return (deliveryId, attempt, request) -> downstream.ask(
                () -> reservations.call(deliveryId, new Call<>(deliveryId, attempt, request)),
                reserved -> reserved.droneId() != null && reserved.pickupAt() != null && reserved.dropoffAt() != null);
    }

    @Produces
    @Singleton
    Shipments shipments(@RestClient TransportClient transport, Downstreams downstreams) {
        Downstream downstream = downstreams.of("transport");
        return (deliveryId, attempt, booking) -> downstream.ask(
                () -> transport.book(deliveryId, attempt, booking),
                booked -> booked.carrier() != null && booked.pickupAt() != null && booked.dropoffAt() != null);
    }

    @Produces
    @Singleton
    CircuitGate gate(Downstreams downstreams, MeterRegistry meters, InstantSource clock, Vertx vertx) {
        CircuitGate gate = new CircuitGate(downstreams::all, clock);
        meters.gauge("intake.paused", gate, it -> it.standing().state() == State.OPEN ? 0 : 1);
        new PeriodicTask(vertx, LOOK_EVERY, "intake", () -> Uni.createFrom()
                        .voidItem()
                        .invoke(gate::look))
                .start();
        return gate;
    }
}
