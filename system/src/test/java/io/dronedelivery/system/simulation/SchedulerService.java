package io.dronedelivery.system.simulation;

import io.dronedelivery.chassis.failure.RemoteFailure;
import io.dronedelivery.chassis.retry.Backoff;
import io.dronedelivery.contracts.Outcome;
import io.dronedelivery.contracts.Outcome.Refused;
import io.dronedelivery.contracts.Refusal;
import io.dronedelivery.contracts.delivery.Attempts.Opening;
import io.dronedelivery.contracts.delivery.Attempts.Schedule;
import io.dronedelivery.contracts.ingestion.DeliveryRequest;
import io.dronedelivery.contracts.scheduler.CompensationRequested.Step;
import io.dronedelivery.scheduler.domain.Attempts;
import io.dronedelivery.scheduler.domain.RetryPolicy;
import io.dronedelivery.scheduler.domain.Scheduling;
import io.dronedelivery.scheduler.domain.Services;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/** The service scheduler. */
final class SchedulerService {
    private static final Backoff PAUSES = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(10));

    final Reader<Scheduling, DeliveryRequest> requests;

    SchedulerService(World world, Log log, Network network, ServiceNodes nodes, UndoOrder undoOrder) {
        Node<Scheduling> node = new Node<>(world, "scheduler", life -> {
            RetryPolicy retries = new RetryPolicy(PAUSES, life.clock(), world.random(), pause -> Uni.createFrom()
                    .emitter(done -> life.after(pause, "trying again", () -> done.complete(null))));
            return new Scheduling(
                    services(life, network, nodes, undoOrder),
                    compensation -> network.publish(life, log.compensations, List.of(compensation)),
                    retries,
                    life.clock());
        });
        requests = new Reader<>(node, log.requests, request -> node.handlers().carryOut(request));
    }

    private static Services services(ProcessLife life, Network network, ServiceNodes nodes, UndoOrder undoOrder) {
        Calls calls = new Calls(life, network, undoOrder);
        return new Services(
                new RemoteAttempts(life, network, nodes),
                (id, attempt, hold) -> calls.call(nodes.accounting(), Step.HOLD_MONEY, id, attempt, to -> to.holds()
                        .hold(id, attempt, hold)),
                (id, attempt, parcel) ->
                        calls.call(nodes.packaging(), Step.REGISTER_PACKAGE, id, attempt, to -> to.registrations()
                                .register(id, attempt, parcel)),
                (id, attempt, request) -> calls.call(nodes.drone(), Step.RESERVE_DRONE, id, attempt, to -> to.domain()
                        .reservations()
                        .reserve(id, attempt, request)),
                (id, attempt, booking) ->
                        calls.call(nodes.transport(), Step.BOOK_SHIPMENT, id, attempt, to -> to.bookings()
                                .book(id, attempt, booking)));
    }

    /** As of the real adapters: what can't be read counts as refused, though it may be done. */
    private static <T> Uni<Outcome<T>> legible(ProcessLife life, String call, Uni<Outcome<T>> answer) {
        return answer.map(outcome -> life.world().strikes(Fault.GARBLED, "answer to " + life.name(), call)
                ? new Refused<>(Refusal.MALFORMED_ANSWER, "not to be read")
                : outcome);
    }

    private record Calls(ProcessLife life, Network network, UndoOrder undoOrder) {
        <H, T> Uni<Outcome<T>> call(
                Node<H> callee, Step step, String id, int attempt, Function<H, Uni<Outcome<T>>> request) {
            String call = id + "/" + attempt + " " + step;
            return legible(life, call, network.call(life, callee, call, to -> request.apply(to)
                    .invoke(_ -> undoOrder.answered(step, id, attempt))));
        }
    }

    private record RemoteAttempts(ProcessLife life, Network network, ServiceNodes nodes) implements Attempts {
        @Override
        public Uni<Outcome<Opening>> open(DeliveryRequest request) {
            return network.call(
                    life, nodes.delivery(), request.deliveryId() + " open " + request.requestId(), to -> to.requests()
                            .open(request)
                            .map(opening -> new Outcome.Granted<>(
                                    opening.orElseThrow(() -> new RemoteFailure("the delivery is not known yet")))));
        }

        @Override
        public Uni<Outcome<Schedule>> schedule(String deliveryId, int attempt, Schedule schedule) {
            String call = deliveryId + "/" + attempt + " " + Step.SCHEDULE;
            return legible(life, call, network.call(life, nodes.delivery(), call, to -> to.attempts()
                    .schedule(deliveryId, attempt, schedule)
                    .map(outcome -> outcome.map(_ -> schedule))));
        }
    }
}
