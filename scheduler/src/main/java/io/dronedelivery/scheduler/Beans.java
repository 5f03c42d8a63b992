package io.dronedelivery.scheduler;

import io.dronedelivery.scheduler.domain.Accounting;
import io.dronedelivery.scheduler.domain.Attempts;
import io.dronedelivery.scheduler.domain.Compensations;
import io.dronedelivery.scheduler.domain.Drones;
import io.dronedelivery.scheduler.domain.Packaging;
import io.dronedelivery.scheduler.domain.Patience;
import io.dronedelivery.scheduler.domain.Scheduling;
import io.dronedelivery.scheduler.domain.Services;
import io.dronedelivery.scheduler.domain.Shipments;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Random;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Makes beans of the domain's classes. */
class Beans {

    @Produces
    @Singleton
    Scheduling scheduling(Services services, Compensations compensations, InstantSource clock, Vertx vertx) {
        Patience patience = new Patience(clock, new Random(), time -> pause(vertx, time));
        return new Scheduling(services, compensations, patience, clock);
    }

    @Produces
    @Singleton
    Services services(
            Attempts attempts, Accounting accounting, Packaging packaging, Drones drones, Shipments shipments) {
        return new Services(attempts, accounting, packaging, drones, shipments);
    }

    @Produces
    @Singleton
    Accounting accounting(@RestClient AccountingClient accounting) {
        return (deliveryId, attempt, hold) ->
                Answers.of("accounting", accounting.hold(deliveryId, attempt, hold), charge -> charge.amount() != null);
    }

    @Produces
    @Singleton
    Packaging packaging(@RestClient PackagingClient packaging) {
        return (deliveryId, attempt, registration) -> Answers.of(
                "packaging",
                packaging.register(deliveryId, attempt, registration),
                registered -> registered.packageId() != null);
    }

    @Produces
    @Singleton
    Drones drones(@RestClient DroneClient drone) {
        return (deliveryId, attempt, request) -> Answers.of(
                "drone",
                drone.reserve(deliveryId, attempt, request),
                reserved -> reserved.droneId() != null && reserved.pickupAt() != null && reserved.dropoffAt() != null);
    }

    @Produces
    @Singleton
    Shipments shipments(@RestClient TransportClient transport) {
        return (deliveryId, attempt, booking) -> Answers.of(
                "transport",
                transport.book(deliveryId, attempt, booking),
                booked -> booked.carrier() != null && booked.pickupAt() != null && booked.dropoffAt() != null);
    }

    private static Uni<Void> pause(Vertx vertx, Duration time) {
        return Uni.createFrom().emitter(done -> vertx.setTimer(time.toMillis(), _ -> done.complete(null)));
    }
}
