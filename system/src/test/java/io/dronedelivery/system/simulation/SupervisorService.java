package io.dronedelivery.system.simulation;

import io.dronedelivery.chassis.Problems;
import io.dronedelivery.chassis.RemoteFailure;
import io.dronedelivery.contracts.Outcome;
import io.dronedelivery.contracts.delivery.Attempts.Closed;
import io.dronedelivery.contracts.delivery.Attempts.Closure;
import io.dronedelivery.contracts.ingestion.DeliveryRequest;
import io.dronedelivery.contracts.scheduler.CompensationRequested.Step;
import io.dronedelivery.delivery.domain.Closing;
import io.dronedelivery.supervisor.domain.Compensations;
import io.dronedelivery.supervisor.domain.InMemoryWorkflows;
import io.dronedelivery.supervisor.domain.Patience;
import io.dronedelivery.supervisor.domain.Services;
import io.dronedelivery.supervisor.domain.State;
import io.dronedelivery.supervisor.domain.Undoing;
import io.dronedelivery.supervisor.domain.Workflows;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/** The service supervisor: two processes, which share the work, and one of which reads the topics. */
final class SupervisorService {
    private static final Duration RUN_EVERY = Duration.ofSeconds(2);
    private static final Patience PATIENCE = new Patience(
            Duration.ofSeconds(30), Duration.ofSeconds(30), Duration.ofSeconds(1), Duration.ofMinutes(5), 20);

    /** What handles its messages and does its rounds. */
    record Handlers(Compensations compensations, Undoing undoing) {}

    final Outbox<DeliveryRequest> outbox;
    final InMemoryWorkflows stored;
    final List<Reader<?, ?>> readers;

    SupervisorService(World world, Log log, Network network, Callees callees, Reversal reversal) {
        outbox = new Outbox<>(world, log.requests);
        stored = new InMemoryWorkflows(outbox);
        Node<Handlers> node = node(world, network, callees, reversal);
        node(world, network, callees, reversal);
        node.inEveryLife(outbox::relayBy);
        readers = List.of(
                new Reader<>(node, log.compensations, failed -> node.handlers()
                        .compensations()
                        .on(failed)),
                new Reader<>(node, log.events, event -> node.handlers()
                        .compensations()
                        .on(event)));
    }

    private Node<Handlers> node(World world, Network network, Callees callees, Reversal reversal) {
        Node<Handlers> node = new Node<>(world, "supervisor", life -> {
            Workflows workflows = Database.connect(life, Workflows.class, stored);
            return new Handlers(
                    new Compensations(workflows, PATIENCE, world),
                    new Undoing(
                            workflows,
                            new RemoteServices(life, network, callees, reversal),
                            PATIENCE,
                            world,
                            world.random()));
        });
        node.inEveryLife(life -> life.every(RUN_EVERY, node.handlers().undoing()::runDue));
        return node;
    }

    /** Whether every compensation has come to its end. */
    boolean finished() {
        return stored.all().stream().allMatch(workflow -> workflow.state() instanceof State.Finished);
    }

    /** As over HTTP: what is to be asked again fails for now, a refusal is a problem. */
    private static Closed closed(Closing answer) {
        return switch (answer) {
            case Closing.Decided(Outcome<Closed> outcome) -> Problems.granted(outcome);
            case Closing.NotKnownYet() -> throw new RemoteFailure("the delivery is not known yet");
            case Closing.NotStoppedYet() -> throw new RemoteFailure("its drone may still fly on");
        };
    }

    private record RemoteServices(Life life, Network network, Callees callees, Reversal reversal) implements Services {
        @Override
        public Uni<Closed> close(String deliveryId, int attempt, Closure closure) {
            return network.call(life, callees.delivery(), deliveryId + "/" + attempt + " close", to -> to.arrangements()
                    .close(deliveryId, attempt, closure)
                    .map(SupervisorService::closed)
                    .invoke(closed -> reversal.closed(deliveryId, attempt, closed)));
        }

        @Override
        public Uni<Void> undo(Step step, String id, int attempt) {
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
                case SCHEDULE -> Uni.createFrom().voidItem();
            };
        }

        private <H> Uni<Void> undo(Node<H> callee, Step step, String id, int attempt, Function<H, Uni<Void>> undo) {
            return network.call(life, callee, id + "/" + attempt + " undo " + step, to -> {
                reversal.undoing(step, id, attempt);
                return undo.apply(to).invoke(() -> reversal.undone(step, id, attempt));
            });
        }
    }
}
