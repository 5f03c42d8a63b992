package io.dronedelivery.supervisor;

import io.dronedelivery.contracts.delivery.Attempts.Closed;
import io.dronedelivery.contracts.delivery.Attempts.Closure;
import io.dronedelivery.contracts.scheduler.CompensationRequested.Step;
import io.dronedelivery.supervisor.domain.compensation.Services;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
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
    public Uni<Closed> close(String deliveryId, int attempt, Closure closure) {
        return delivery.close(deliveryId, attempt, closure);
    }

    @Override
    public Uni<Void> undo(Step step, String deliveryId, int attempt) {
        return switch (step) {
            case HOLD_MONEY -> accounting.voidHold(deliveryId, attempt);
            case REGISTER_PACKAGE -> packaging.release(deliveryId, attempt);
            case RESERVE_DRONE -> drone.release(deliveryId, attempt);
            case BOOK_SHIPMENT -> transport.cancel(deliveryId, attempt);
            case SCHEDULE -> Uni.createFrom().voidItem();
        };
    }
}
