package io.dronedelivery.supervisor.compensation;

import static io.dronedelivery.contracts.InternalPaths.ATTEMPT;
import static io.dronedelivery.contracts.InternalPaths.CHARGE;
import static io.dronedelivery.contracts.InternalPaths.CLOSURE;
import static io.dronedelivery.contracts.InternalPaths.DELIVERY;
import static io.dronedelivery.contracts.InternalPaths.PACKAGE;
import static io.dronedelivery.contracts.InternalPaths.RECALL;
import static io.dronedelivery.contracts.InternalPaths.RESERVATION;
import static io.dronedelivery.contracts.InternalPaths.SHIPMENT;

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
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.function.Supplier;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestPath;

/** The other services over HTTP, each through its own {@link Downstreams downstream} with its limits. */
@Singleton
class HttpServices implements Services {
    private static final List<String> CALLED = List.of("delivery", "accounting", "packaging", "drone", "transport");

    @RegisterRestClient(configKey = "delivery")
    interface DeliveryClient {
        @PUT
        @Path(DELIVERY + ATTEMPT + CLOSURE)
        Uni<Closed> close(@RestPath String deliveryId, @RestPath int attempt, Closure closure);
    }

    @RegisterRestClient(configKey = "accounting")
    interface AccountingClient {
        @DELETE
        @Path(CHARGE + ATTEMPT)
        Uni<Void> voidHold(@RestPath String deliveryId, @RestPath int attempt);
    }

    /** A delivery's package bears the delivery's id. */
    @RegisterRestClient(configKey = "packaging")
    interface PackagingClient {
        @DELETE
        @Path(PACKAGE + ATTEMPT)
        Uni<Void> release(@RestPath String packageId, @RestPath int attempt);
    }

    @RegisterRestClient(configKey = "drone")
    interface DroneClient {
        @PUT
        @Path(RESERVATION + ATTEMPT + RECALL)
        Uni<Void> recall(@RestPath String deliveryId, @RestPath int attempt);

        @DELETE
        @Path(RESERVATION + ATTEMPT)
        Uni<Void> release(@RestPath String deliveryId, @RestPath int attempt);
    }

    @RegisterRestClient(configKey = "transport")
    interface TransportClient {
        @DELETE
        @Path(SHIPMENT + ATTEMPT)
        Uni<Void> cancel(@RestPath String deliveryId, @RestPath int attempt);
    }

    private final DeliveryClient delivery;
    private final AccountingClient accounting;
    private final PackagingClient packaging;
    private final DroneClient drone;
    private final TransportClient transport;
    private final Downstreams downstreams;

    HttpServices(
            @RestClient DeliveryClient delivery,
            @RestClient AccountingClient accounting,
            @RestClient PackagingClient packaging,
            @RestClient DroneClient drone,
            @RestClient TransportClient transport,
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
