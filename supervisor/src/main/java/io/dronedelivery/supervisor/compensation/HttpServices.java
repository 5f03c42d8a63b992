package io.dronedelivery.supervisor.compensation;

import io.dronedelivery.chassis.calls.Downstreams;
import io.dronedelivery.contracts.Outcome;
import io.dronedelivery.contracts.Outcome.Granted;
import io.dronedelivery.contracts.delivery.Attempts.Closed;
import io.dronedelivery.contracts.delivery.Attempts.Closure;
import io.dronedelivery.contracts.scheduler.CompensationRequested.Step;
import io.dronedelivery.supervisor.compensation.domain.Services;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Supplier;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** The other services over HTTP, each through its own {@link Downstreams downstream} with its limits. */
@Singleton
class HttpServices implements Services {
    private static final List<String> CALLED = List.of("delivery", "accounting", "packaging", "drone", "transport");

    private final Clients.Delivery delivery;
    private final Clients.Accounting accounting;
    private final Clients.Packaging packaging;
    private final Clients.Drone drone;
    private final Clients.Transport transport;
    private final Downstreams downstreams;

    HttpServices(
            @RestClient Clients.Delivery delivery,
            @RestClient Clients.Accounting accounting,
            @RestClient Clients.Packaging packaging,
            @RestClient Clients.Drone drone,
            @RestClient Clients.Transport transport,
            Downstreams downstreams) {
        this.delivery = delivery;
        this.accounting = accounting;
        this.packaging = packaging;
        this.drone = drone;
        this.transport = transport;
        this.downstreams = downstreams;
    }

    /** Operators see every downstream from the start. */
    void start(@Observes StartupEvent started) {
        CALLED.forEach(downstreams::of);
    }

    @Override
    public Uni<Outcome<Done>> recall(String deliveryId, int attempt) {
        return done("drone", () -> drone.recall(deliveryId, attempt));
    }

    @Override
    public Uni<Outcome<Closed>> close(String deliveryId, int attempt, Closure closure) {
        return downstreams.of("delivery").ask(() -> delivery.close(deliveryId, attempt, closure), _ -> true);
    }

    @Override
    public Uni<Outcome<Done>> undo(Step step, String deliveryId, int attempt) {
        return switch (step) {
            case HOLD_MONEY -> done("accounting", () -> accounting.voidHold(deliveryId, attempt));
            case REGISTER_PACKAGE -> done("packaging", () -> packaging.release(deliveryId, attempt));
            case RESERVE_DRONE -> done("drone", () -> drone.release(deliveryId, attempt));
            case BOOK_SHIPMENT -> done("transport", () -> transport.cancel(deliveryId, attempt));
            case SCHEDULE -> Uni.createFrom().item(new Granted<>(new Done()));
        };
    }

    private Uni<Outcome<Done>> done(String service, Supplier<Uni<Void>> call) {
        return downstreams.of(service).ask(() -> call.get().replaceWith(new Done()), _ -> true);
    }
}
