package io.dronedelivery.system.simulation;

import io.dronedelivery.testing.invariants.Snapshot;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** A world with the whole system in it, from the first request until all is quiet. */
final class Simulation {
    private static final Duration FAULTS_FOR = Duration.ofMinutes(30);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(30);
    private static final Duration QUIET_WITHIN = Duration.ofHours(5);

    static {
        // what Mutiny sets up at its first use bears only one thread
        Done.now(Uni.createFrom().item(() -> true));
    }

    private final World world;
    private final Watch watch;
    private final StoredState storedState;
    private final Customers customers;
    private final SupervisorService supervisor;
    private final List<Outbox<?>> outboxes;
    private final List<Reader<?, ?>> readers;

    Simulation(Scenario scenario) {
        world = new World(scenario);
        Network network = new Network(world);
        Log log = new Log(world);
        AccountingService accounting = new AccountingService(world, log);
        PackagingService packaging = new PackagingService(world, log);
        DroneService drone = new DroneService(world, log, network);
        TransportService transport = new TransportService(world, log, network);
        DeliveryService delivery = new DeliveryService(world, log);
        ServiceNodes nodes =
                new ServiceNodes(accounting.node, packaging.node, drone.node, transport.node, delivery.node);
        UndoOrder undoOrder = new UndoOrder(world, () -> storedState().holdings());
        SchedulerService scheduler = new SchedulerService(world, log, network, nodes, undoOrder);
        supervisor = new SupervisorService(world, log, network, nodes, undoOrder);
        storedState = new StoredState(world, log, accounting, packaging, drone, transport, delivery, supervisor);
        outboxes = List.of(drone.outbox, transport.outbox, delivery.outbox, supervisor.outbox);
        readers = Stream.of(
                        List.of(
                                accounting.events,
                                packaging.events,
                                drone.events,
                                transport.events,
                                scheduler.requests),
                        delivery.readers,
                        supervisor.readers)
                .<Reader<?, ?>>flatMap(List::stream)
                .toList();
        Town.furnish(accounting, drone);
        SimulatedDrones simulatedDrones = new SimulatedDrones(world, network, drone.node);
        watch = new Watch(world, storedState, simulatedDrones);
        new Operators(world, network, supervisor, drone, simulatedDrones);
        customers = new Customers(scenario, world, network, log.requests, delivery);
    }

    /**
     * Lets everything happen, and checks it.
     *
     * @throws Violation where something is wrong
     */
    void run() {
        happenUntil(World.START.plus(FAULTS_FOR));
        world.heal();
        awaitQuiet();
        watch.atTheEnd();
        everythingAgain();
    }

    private void happenUntil(Instant time) {
        while (world.next(time)) {
            watch.afterEvent();
        }
    }

    /** Gives up where it takes too long; what is then not as it should be, the invariants tell. */
    private void awaitQuiet() {
        Instant limit = world.instant().plus(QUIET_WITHIN);
        Instant time = world.instant();
        while (!quiet() && time.isBefore(limit)) {
            time = time.plus(LOOK_EVERY);
            happenUntil(time);
        }
    }

    private boolean quiet() {
        return customers.content()
                && outboxes.stream().allMatch(Outbox::empty)
                && readers.stream().allMatch(Reader::done)
                && supervisor.finished()
                && watch.misjudgedDrones().isEmpty() // after an outage the drones' older samples come first
                && storedState.everythingEnded();
    }

    /** Every group reads its topics from their start once more. */
    private void everythingAgain() {
        Snapshot before = storedState.snapshot();
        List<?> watched = supervisor.watched.all();
        readers.forEach(Reader::rewind);
        awaitQuiet();
        Snapshot after = storedState.snapshot();
        same("decided", before.decided(), after.decided());
        same("deliveries", before.deliveries(), after.deliveries());
        same("holdings", before.holdings(), after.holdings());
        same("charges", before.charges(), after.charges());
        same("ledger", before.ledger(), after.ledger());
        same("watched deliveries", watched, supervisor.watched.all());
    }

    private static void same(String what, List<?> before, List<?> after) {
        if (!before.equals(after)) {
            throw new Violation(
                    "READING_AGAIN_CHANGES_NOTHING", "the " + what + " changed from " + before + " to " + after);
        }
    }

    Customers customers() {
        return customers;
    }

    StoredState storedState() {
        return storedState;
    }

    Trace trace() {
        return world.trace();
    }

    Faults faults() {
        return world.faults();
    }
}
