package io.dronedelivery.system.simulation;

import io.dronedelivery.chassis.RemoteFailure;
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
import io.dronedelivery.supervisor.domain.compensation.Compensations;
import io.dronedelivery.supervisor.domain.compensation.InMemoryWorkflows;
import io.dronedelivery.supervisor.domain.compensation.Operations;
import io.dronedelivery.supervisor.domain.compensation.Patience;
import io.dronedelivery.supervisor.domain.compensation.Services;
import io.dronedelivery.supervisor.domain.compensation.State;
import io.dronedelivery.supervisor.domain.compensation.Undoing;
import io.dronedelivery.supervisor.domain.compensation.Workflows;
import io.dronedelivery.supervisor.domain.watch.Alerts;
import io.dronedelivery.supervisor.domain.watch.Course;
import io.dronedelivery.supervisor.domain.watch.Deliveries;
import io.dronedelivery.supervisor.domain.watch.InMemoryWatched;
import io.dronedelivery.supervisor.domain.watch.Limits;
import io.dronedelivery.supervisor.domain.watch.Rounds;
import io.dronedelivery.supervisor.domain.watch.Watched;
import io.dronedelivery.supervisor.domain.watch.Watching;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The service supervisor: two processes, which share the work, and one of which reads the topics. */
final class SupervisorService {
    private static final Duration RUN_EVERY = Duration.ofSeconds(2);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(20);
    private static final Patience PATIENCE = new Patience(
            Duration.ofSeconds(30),
            Duration.ofMinutes(30),
            Duration.ofSeconds(30),
            Duration.ofSeconds(1),
            Duration.ofMinutes(5),
            8);
    private static final Limits LIMITS =
            new Limits(Duration.ofMinutes(5), Duration.ofMinutes(10), Duration.ofMinutes(1), Duration.ofSeconds(30));

    /** What handles its messages and does its rounds. */
    record Handlers(
            Compensations compensations,
            Undoing undoing,
            Watching watching,
            Rounds rounds,
            Operations operations,
            Alerts alerts) {}

    final Outbox<DeliveryRequest> outbox;
    final InMemoryWorkflows stored;
    final InMemoryWatched watched;
    final Node<Handlers> node;
    final List<Reader<?, ?>> readers;

    SupervisorService(World world, Log log, Network network, Callees callees, Reversal reversal) {
        outbox = new Outbox<>(world, log.requests);
        stored = new InMemoryWorkflows(outbox);
        watched = new InMemoryWatched(outbox);
        node = node(world, network, callees, reversal);
        node(world, network, callees, reversal);
        node.inEveryLife(outbox::relayBy);
        readers = List.of(
                new Reader<>(node, log.compensations, failed -> node.handlers()
                        .compensations()
                        .on(failed)),
                new Reader<>(node, log.requests, request -> node.handlers()
                        .watching()
                        .on(request)),
                new Reader<>(node, log.events, event -> node.handlers()
                        .compensations()
                        .on(event)
                        .chain(() -> node.handlers().watching().on(event))));
    }

    private Node<Handlers> node(World world, Network network, Callees callees, Reversal reversal) {
        Node<Handlers> node = new Node<>(world, "supervisor", life -> {
            Workflows workflows = Database.connect(life, Workflows.class, stored);
            Watched courses = Database.connect(life, Watched.class, watched);
            return new Handlers(
                    new Compensations(workflows, PATIENCE, life.clock()),
                    new Undoing(
                            workflows,
                            new RemoteServices(life, network, callees, reversal),
                            PATIENCE,
                            life.clock(),
                            world.random()),
                    new Watching(courses, LIMITS, life.clock()),
                    new Rounds(courses, new RemoteDeliveries(life, network, callees, world), LIMITS, life.clock()),
                    new Operations(workflows, life.clock()),
                    new Alerts(courses, life.clock()));
        });
        node.inEveryLife(life -> life.every(RUN_EVERY, node.handlers().undoing()::runDue));
        node.inEveryLife(life -> life.every(LOOK_EVERY, node.handlers().rounds()::runDue));
        return node;
    }

    /** Whether every compensation has come to its end, and every request that is watched. */
    boolean finished() {
        return stored.all().stream()
                        .allMatch(workflow -> workflow.state() instanceof State.Finished
                                || workflow.state() instanceof State.Resolved)
                && watched.all().stream().map(Course::unanswered).allMatch(List::isEmpty);
    }

    /** As over HTTP: what is to be asked again fails for now. */
    private static Outcome<Closed> closed(ClosureAnswer answer) {
        return switch (answer) {
            case ClosureAnswer.Decided(Outcome<Closed> outcome) -> outcome;
            case ClosureAnswer.NotKnownYet() -> throw new RemoteFailure("the delivery is not known yet");
            case ClosureAnswer.NotStoppedYet() -> throw new RemoteFailure("its drone may still fly on");
        };
    }

    private record RemoteServices(Life life, Network network, Callees callees, Reversal reversal) implements Services {
        @Override
        public Uni<Outcome<Done>> recall(String id, int attempt) {
            return network.call(life, callees.drone(), id + "/" + attempt + " recall", to -> to.reservations()
                    .recall(id, attempt)
                    .replaceWith(new Granted<>(new Done())));
        }

        @Override
        public Uni<Outcome<Closed>> close(String deliveryId, int attempt, Closure closure) {
            return network.call(life, callees.delivery(), deliveryId + "/" + attempt + " close", to -> to.attempts()
                    .close(deliveryId, attempt, closure)
                    .map(SupervisorService::closed)
                    .invoke(outcome -> {
                        if (outcome instanceof Granted<Closed>(Closed closed)) {
                            reversal.closed(deliveryId, attempt, closed);
                        }
                    }));
        }

        @Override
        public Uni<Outcome<Done>> undo(Step step, String id, int attempt) {
            return switch (step) {
                case HOLD_MONEY ->
                    undo(callees.accounting(), step, id, attempt, to -> to.holds()
                            .undo(id, attempt));
                case REGISTER_PACKAGE ->
                    undo(callees.packaging(), step, id, attempt, to -> to.registrations()
                            .undo(id, attempt));
                case RESERVE_DRONE ->
                    undo(callees.drone(), step, id, attempt, to -> to.reservations()
                            .release(id, attempt));
                case BOOK_SHIPMENT ->
                    undo(callees.transport(), step, id, attempt, to -> to.bookings()
                            .undo(id, attempt));
                case SCHEDULE -> Uni.createFrom().item(new Granted<>(new Done()));
            };
        }

        private <H> Uni<Outcome<Done>> undo(
                Node<H> callee, Step step, String id, int attempt, Function<H, Uni<Void>> undo) {
            return network.call(life, callee, id + "/" + attempt + " undo " + step, to -> {
                reversal.undoing(step, id, attempt);
                return undo.apply(to)
                        .invoke(() -> reversal.undone(step, id, attempt))
                        .replaceWith(new Granted<>(new Done()));
            });
        }
    }

    private record RemoteDeliveries(Life life, Network network, Callees callees, World world) implements Deliveries {
        @Override
        public Uni<Optional<DeliveryView>> view(String deliveryId) {
            return network.call(life, callees.delivery(), deliveryId + " view", to -> to.deliveries()
                    .find(deliveryId)
                    .map(known -> known.map(delivery -> DeliveryViews.of(delivery, null, world.instant()))));
        }

        @Override
        public Uni<Void> interrupt(String deliveryId, int attempt, Interruption interruption) {
            return network.call(life, callees.delivery(), deliveryId + "/" + attempt + " interrupt", to -> to.attempts()
                    .interrupt(deliveryId, attempt, interruption)
                    .replaceWithVoid());
        }
    }
}
