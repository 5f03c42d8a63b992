package io.dronedelivery.system.simulation;

import io.dronedelivery.chassis.failure.RemoteFailure;
import io.dronedelivery.chassis.retry.Backoff;
import io.dronedelivery.contracts.Outcome;
import io.dronedelivery.contracts.Outcome.Granted;
import io.dronedelivery.contracts.delivery.Attempts.Closed;
import io.dronedelivery.contracts.delivery.Attempts.Closure;
import io.dronedelivery.contracts.delivery.Attempts.Interruption;
import io.dronedelivery.contracts.delivery.DeliveryView;
import io.dronedelivery.contracts.ingestion.DeliveryRequest;
import io.dronedelivery.contracts.scheduler.CompensationRequested.Step;
import io.dronedelivery.delivery.domain.attempt.ClosureAnswer;
import io.dronedelivery.delivery.domain.view.DeliveryViews;
import io.dronedelivery.supervisor.compensation.domain.CompensationIntake;
import io.dronedelivery.supervisor.compensation.domain.CompensationRunner;
import io.dronedelivery.supervisor.compensation.domain.Compensations;
import io.dronedelivery.supervisor.compensation.domain.InMemoryCompensations;
import io.dronedelivery.supervisor.compensation.domain.RetryPolicy;
import io.dronedelivery.supervisor.compensation.domain.Services;
import io.dronedelivery.supervisor.compensation.domain.State;
import io.dronedelivery.supervisor.compensation.domain.operations.CompensationOperations;
import io.dronedelivery.supervisor.watch.domain.Deliveries;
import io.dronedelivery.supervisor.watch.domain.InMemoryWatchedDeliveries;
import io.dronedelivery.supervisor.watch.domain.WatchIntake;
import io.dronedelivery.supervisor.watch.domain.WatchRunner;
import io.dronedelivery.supervisor.watch.domain.WatchedDeliveries;
import io.dronedelivery.supervisor.watch.domain.WatchedDelivery;
import io.dronedelivery.supervisor.watch.domain.operations.AlertOperations;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The service supervisor: two processes, which share the work, and one of which reads the topics. */
final class SupervisorService {
    private static final Duration RUN_EVERY = Duration.ofSeconds(2);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(20);
    /** Shorter than in production, so that parcels are decided on and flights recovered within half an hour of faults. */
    private static final Duration GRACE = Duration.ofSeconds(30);

    private static final Duration DECIDE_WITHIN = Duration.ofMinutes(30);
    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final Duration OVERDUE_GRACE = Duration.ofMinutes(10);
    /** Few, so that some compensations are parked. */
    private static final int TRIES_MAX = 8;

    private static final RetryPolicy POLICY =
            new RetryPolicy(DECIDE_WITHIN, LEASE, new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(5)), TRIES_MAX);
    private static final WatchRunner.Limits LIMITS =
            new WatchRunner.Limits(Duration.ofMinutes(5), OVERDUE_GRACE, Duration.ofMinutes(1), LEASE);

    /** What its slices do. */
    record Handlers(
            CompensationIntake compensationIntake,
            CompensationRunner compensationRunner,
            CompensationOperations compensationOperations,
            WatchIntake watchIntake,
            WatchRunner watchRunner,
            AlertOperations alertOperations) {}

    final Outbox<DeliveryRequest> outbox;
    final InMemoryCompensations compensations;
    final InMemoryWatchedDeliveries watched;
    private static final int BATCH = 10;

    final Node<Handlers> node;
    final List<Reader<?, ?>> readers;

    SupervisorService(World world, Log log, Network network, ServiceNodes nodes, UndoOrder undoOrder) {
        outbox = new Outbox<>(world, log.requests);
        compensations = new InMemoryCompensations(outbox);
        watched = new InMemoryWatchedDeliveries(outbox);
        node = node(world, network, nodes, undoOrder);
        node(world, network, nodes, undoOrder);
        node.inEveryLife(outbox::relayBy);
        readers = List.of(
                new Reader<>(node, log.compensations, failed -> node.handlers()
                        .compensationIntake()
                        .on(failed)),
                Reader.ofBatches(node, log.requests, BATCH, batch -> node.handlers()
                        .watchIntake()
                        .requested(batch)),
                new Reader<>(node, log.events, CompensationIntake.IGNORED, event -> node.handlers()
                        .compensationIntake()
                        .on(event)),
                Reader.ofBatches(node, log.events, BATCH, batch -> node.handlers()
                        .watchIntake()
                        .happened(batch)));
    }

    private Node<Handlers> node(World world, Network network, ServiceNodes nodes, UndoOrder undoOrder) {
        Node<Handlers> node = new Node<>(world, "supervisor", life -> {
            Compensations kept = Database.connect(life, Compensations.class, compensations);
            WatchedDeliveries deliveries = Database.connect(life, WatchedDeliveries.class, watched);
            Services services = new RemoteServices(life, network, nodes, undoOrder);
            Deliveries views = new RemoteDeliveries(life, network, nodes, world);
            return new Handlers(
                    new CompensationIntake(kept, GRACE, life.clock()),
                    new CompensationRunner(kept, services, POLICY, life.clock(), world.random()),
                    new CompensationOperations(kept, life.clock()),
                    new WatchIntake(deliveries, kept, LIMITS.answerWithin(), life.clock()),
                    new WatchRunner(deliveries, views, LIMITS, life.clock()),
                    new AlertOperations(deliveries, life.clock()));
        });
        node.inEveryLife(life -> life.every(RUN_EVERY, node.handlers().compensationRunner()::runDue));
        node.inEveryLife(life -> life.every(LOOK_EVERY, node.handlers().watchRunner()::runDue));
        return node;
    }

    /** Whether every compensation has come to its end, and every request that is watched. */
    boolean finished() {
        return compensations.all().stream()
                        .allMatch(compensation -> compensation.state() instanceof State.Finished
                                || compensation.state() instanceof State.Resolved)
                && watched.all().stream().map(WatchedDelivery::unanswered).allMatch(List::isEmpty);
    }

    /** As over HTTP: what is to be asked again fails for now. */
    private static Outcome<Closed> closed(ClosureAnswer answer) {
        return switch (answer) {
            case ClosureAnswer.Decided(Outcome<Closed> outcome) -> outcome;
            case ClosureAnswer.NotKnownYet() -> throw new RemoteFailure("the delivery is not known yet");
            case ClosureAnswer.NotStoppedYet() -> throw new RemoteFailure("its drone may still fly on");
        };
    }

    private record RemoteServices(ProcessLife life, Network network, ServiceNodes nodes, UndoOrder undoOrder)
            implements Services {
        @Override
        public Uni<Outcome<Done>> recall(String id, int attempt) {
            return network.call(life, nodes.drone(), id + "/" + attempt + " recall", to -> to.domain()
                    .reservations()
                    .recall(id, attempt)
                    .replaceWith(new Granted<>(new Done())));
        }

        @Override
        public Uni<Outcome<Closed>> close(String deliveryId, int attempt, Closure closure) {
            return network.call(life, nodes.delivery(), deliveryId + "/" + attempt + " close", to -> to.attempts()
                    .close(deliveryId, attempt, closure)
                    .map(SupervisorService::closed)
                    .invoke(outcome -> {
                        if (outcome instanceof Granted<Closed>(Closed closed)) {
                            undoOrder.closed(deliveryId, attempt, closed);
                        }
                    }));
        }

        @Override
        public Uni<Outcome<Done>> undo(Step step, String id, int attempt) {
            return switch (step) {
                case HOLD_MONEY ->
                    undo(nodes.accounting(), step, id, attempt, to -> to.holds().undo(id, attempt));
                case REGISTER_PACKAGE ->
                    undo(nodes.packaging(), step, id, attempt, to -> to.registrations()
                            .undo(id, attempt));
                case RESERVE_DRONE ->
                    undo(nodes.drone(), step, id, attempt, to -> to.domain()
                            .reservations()
                            .release(id, attempt));
                case BOOK_SHIPMENT ->
                    undo(nodes.transport(), step, id, attempt, to -> to.bookings()
                            .undo(id, attempt));
                case SCHEDULE -> Uni.createFrom().item(new Granted<>(new Done()));
            };
        }

        private <H> Uni<Outcome<Done>> undo(
                Node<H> callee, Step step, String id, int attempt, Function<H, Uni<Void>> undo) {
            return network.call(life, callee, id + "/" + attempt + " undo " + step, to -> {
                undoOrder.undoing(step, id, attempt);
                return undo.apply(to)
                        .invoke(() -> undoOrder.undone(step, id, attempt))
                        .replaceWith(new Granted<>(new Done()));
            });
        }
    }

    private record RemoteDeliveries(ProcessLife life, Network network, ServiceNodes nodes, World world)
            implements Deliveries {
        @Override
        public Uni<Optional<DeliveryView>> view(String deliveryId) {
            return network.call(life, nodes.delivery(), deliveryId + " view", to -> to.deliveries()
                    .find(deliveryId)
                    .map(known -> known.map(delivery -> DeliveryViews.of(delivery, null, world.instant()))));
        }

        @Override
        public Uni<Void> interrupt(String deliveryId, int attempt, Interruption interruption) {
            return network.call(life, nodes.delivery(), deliveryId + "/" + attempt + " interrupt", to -> to.attempts()
                    .interrupt(deliveryId, attempt, interruption)
                    .replaceWithVoid());
        }
    }
}
