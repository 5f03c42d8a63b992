package io.dronedelivery.system.simulation;

import io.dronedelivery.chassis.RemoteFailure;
import io.dronedelivery.contracts.Outcome;
import io.dronedelivery.contracts.delivery.Attempts.Opening;
import io.dronedelivery.contracts.delivery.Attempts.Schedule;
import io.dronedelivery.contracts.ingestion.DeliveryRequest;
import io.dronedelivery.scheduler.domain.Attempts;
import io.dronedelivery.scheduler.domain.Drones;
import io.dronedelivery.scheduler.domain.Patience;
import io.dronedelivery.scheduler.domain.Pauses;
import io.dronedelivery.scheduler.domain.Scheduling;
import io.dronedelivery.scheduler.domain.Services;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;

/** The service scheduler. */
final class SchedulerService {
    private static final Pauses PAUSES = new Pauses(Duration.ofMillis(100), Duration.ofSeconds(10), _ -> Duration.ZERO);

    final Reader<Scheduling, DeliveryRequest> requests;

    SchedulerService(World world, Log log, Network network, Callees callees, UnaryOperator<Drones> sabotage) {
        Node<Scheduling> node = new Node<>(world, "scheduler", life -> {
            Patience patience = new Patience(PAUSES, world, world.random(), pause -> Uni.createFrom()
                    .emitter(done -> life.after(pause, () -> done.complete(null))));
            return new Scheduling(
                    services(life, network, callees, sabotage),
                    compensation -> network.publish(life, log.compensations, List.of(compensation)),
                    patience,
                    world);
        });
        requests = new Reader<>(node, log.requests, request -> node.handlers().carryOut(request));
    }

    private static Services services(Life life, Network network, Callees callees, UnaryOperator<Drones> sabotage) {
        return new Services(
                new RemoteAttempts(life, network, callees),
                (id, attempt, hold) ->
                        network.call(life, callees.accounting(), id + "/" + attempt + " hold", to -> to.holds()
                                .hold(id, attempt, hold)),
                (id, attempt, parcel) -> network.call(
                        life, callees.packaging(), id + "/" + attempt + " register", to -> to.registrations()
                                .register(id, attempt, parcel)),
                sabotage.apply((id, attempt, request) ->
                        network.call(life, callees.drone(), id + "/" + attempt + " reserve", to -> to.reservations()
                                .reserve(id, attempt, request))),
                (id, attempt, booking) ->
                        network.call(life, callees.transport(), id + "/" + attempt + " book", to -> to.bookings()
                                .book(id, attempt, booking)));
    }

    private record RemoteAttempts(Life life, Network network, Callees callees) implements Attempts {
        @Override
        public Uni<Outcome<Opening>> open(DeliveryRequest request) {
            return network.call(
                    life, callees.delivery(), request.deliveryId() + " open " + request.requestId(), to -> to.requests()
                            .open(request)
                            .map(opening -> new Outcome.Granted<>(
                                    opening.orElseThrow(() -> new RemoteFailure("the delivery is not known yet")))));
        }

        @Override
        public Uni<Outcome<Schedule>> schedule(String deliveryId, int attempt, Schedule schedule) {
            return network.call(
                    life, callees.delivery(), deliveryId + "/" + attempt + " schedule", to -> to.arrangements()
                            .schedule(deliveryId, attempt, schedule)
                            .map(outcome -> outcome.map(_ -> schedule)));
        }
    }
}
