package io.dronedelivery.supervisor;

import io.dronedelivery.chassis.ProblemException;
import io.dronedelivery.chassis.RemoteFailure;
import io.dronedelivery.contracts.Outcome;
import io.dronedelivery.contracts.Outcome.Granted;
import io.dronedelivery.contracts.Outcome.Refused;
import io.dronedelivery.contracts.Problem;
import io.dronedelivery.contracts.delivery.Attempts.Closed;
import io.dronedelivery.contracts.delivery.Attempts.Closure;
import io.dronedelivery.contracts.scheduler.CompensationRequested.Step;
import io.dronedelivery.supervisor.domain.compensation.Services;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Objects;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** The other services over HTTP. */
@Singleton
class HttpServices implements Services {
    private final Clients.Delivery delivery;
    private final Clients.Accounting accounting;
    private final Clients.Packaging packaging;
    private final Clients.Drone drone;
    private final Clients.Transport transport;

    HttpServices(
            @RestClient Clients.Delivery delivery,
            @RestClient Clients.Accounting accounting,
            @RestClient Clients.Packaging packaging,
            @RestClient Clients.Drone drone,
            @RestClient Clients.Transport transport) {
        this.delivery = delivery;
        this.accounting = accounting;
        this.packaging = packaging;
        this.drone = drone;
        this.transport = transport;
    }

    @Override
    public Uni<Outcome<Done>> recall(String deliveryId, int attempt) {
        return done(drone.recall(deliveryId, attempt));
    }

    @Override
    public Uni<Outcome<Closed>> close(String deliveryId, int attempt, Closure closure) {
        return outcome(delivery.close(deliveryId, attempt, closure));
    }

    @Override
    public Uni<Outcome<Done>> undo(Step step, String deliveryId, int attempt) {
        return switch (step) {
            case HOLD_MONEY -> done(accounting.voidHold(deliveryId, attempt));
            case REGISTER_PACKAGE -> done(packaging.release(deliveryId, attempt));
            case RESERVE_DRONE -> done(drone.release(deliveryId, attempt));
            case BOOK_SHIPMENT -> done(transport.cancel(deliveryId, attempt));
            case SCHEDULE -> done(Uni.createFrom().voidItem());
        };
    }

    private static Uni<Outcome<Done>> done(Uni<Void> call) {
        return outcome(call.map(_ -> new Done()));
    }

    private static <T> Uni<Outcome<T>> outcome(Uni<T> call) {
        return call.onItem()
                .ifNull()
                .failWith(() -> new RemoteFailure("another service answered nothing"))
                .<Outcome<T>>map(Granted::new)
                .onFailure(ProblemException.class)
                .recoverWithItem(failure -> refused(((ProblemException) failure).problem()));
    }

    private static <T> Outcome<T> refused(Problem problem) {
        return new Refused<>(Objects.requireNonNull(problem.code()), problem.detail());
    }
}
