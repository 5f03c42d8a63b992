package io.dronedelivery.system.simulation;

import io.dronedelivery.testing.invariants.Snapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A world with the whole system in it, from the first request until all is quiet. */
final class Simulation {
    private static final Duration FAULTS_FOR = Duration.ofMinutes(30);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(30);
    private static final Duration QUIET_WITHIN = Duration.ofHours(5);
    private static final Pattern DELIVERY = Pattern.compile("\\bd\\d+\\b");

    private final long seed;
    private final World world;
    private final Watch watch;
    private final Census census;
    private final Customers customers;
    private final SupervisorService supervisor;
    private final List<Outbox<?>> outboxes;
    private final List<Reader<?, ?>> readers;

    Simulation(long seed, boolean faulty, Sabotage sabotage) {
        this.seed = seed;
        world = new World(seed, faulty);
        Network network = new Network(world);
        Log log = new Log(world);
        AccountingService accounting = new AccountingService(world, log);
        PackagingService packaging = new PackagingService(world, log, sabotage.custodies());
        DroneService drone = new DroneService(world, log, network);
        TransportService transport = new TransportService(world, log, network);
        DeliveryService delivery = new DeliveryService(world, log, sabotage.outbox());
        Callees callees = new Callees(accounting.node, packaging.node, drone.node, transport.node, delivery.node);
        SchedulerService scheduler = new SchedulerService(world, log, network, callees, sabotage.drones());
        supervisor = new SupervisorService(world, log, network, callees);
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
        census = new Census(world, log, accounting, packaging, drone, transport, delivery);
        Town.furnish(accounting, drone);
        watch = new Watch(census, new Airspace(world, network, drone.node));
        customers = new Customers(world, network, log.requests, delivery);
    }

    /**
     * Lets everything happen, and checks it.
     *
     * @throws AssertionError where something is wrong: names the seed, and tells what led to it
     */
    void run() {
        try {
            happenUntil(World.START.plus(FAULTS_FOR));
            world.heal();
            awaitQuiet();
            watch.atTheEnd();
            everythingAgain();
        } catch (AssertionError | RuntimeException wrong) {
            throw new AssertionError(report(wrong), wrong);
        }
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
        return outboxes.stream().allMatch(Outbox::empty)
                && readers.stream().allMatch(Reader::done)
                && supervisor.finished()
                && census.everythingEnded();
    }

    /** Every group reads its topics from their start once more. */
    private void everythingAgain() {
        Snapshot before = census.snapshot();
        readers.forEach(Reader::rewind);
        awaitQuiet();
        Snapshot after = census.snapshot();
        same("decided", before.decided(), after.decided());
        same("deliveries", before.deliveries(), after.deliveries());
        same("holdings", before.holdings(), after.holdings());
        same("charges", before.charges(), after.charges());
        same("ledger", before.ledger(), after.ledger());
    }

    private static void same(String what, List<?> before, List<?> after) {
        if (!before.equals(after)) {
            throw new AssertionError(
                    "reading everything again changed the " + what + " from " + before + " to " + after);
        }
    }

    private String report(Throwable wrong) {
        List<String> named = DELIVERY.matcher(Objects.toString(wrong.getMessage(), ""))
                .results()
                .map(MatchResult::group)
                .distinct()
                .toList();
        return "seed " + seed + ": " + wrong + "\nTo see it again: -Dsimulation.seed=" + seed + "\n"
                + world.trace().about(named);
    }

    Customers customers() {
        return customers;
    }

    Census census() {
        return census;
    }

    Trace trace() {
        return world.trace();
    }
}
