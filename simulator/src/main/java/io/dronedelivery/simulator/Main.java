package io.dronedelivery.simulator;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Flies the fleet of the plan until it is told to stop (SIGTERM). */
public final class Main {
    /** Short, so that drones whose slots begin one after the other do not post at once. */
    private static final Duration TICK = Duration.ofMillis(20);

    private static final int TICKS_PER_SAVE = 50; // a second
    private static final int USAGE_ERROR = 2;

    private Main() {}

    public static void main(String... arguments) throws InterruptedException {
        System.setProperty("java.util.logging.SimpleFormatter.format", "%1$tFT%1$tT.%1$tL %4$s %5$s%6$s%n");
        Options options;
        try {
            options = Options.of(arguments);
        } catch (IllegalArgumentException wrong) {
            System.err.println(wrong.getMessage());
            System.exit(USAGE_ERROR);
            return;
        }
        CountDownLatch stop = new CountDownLatch(1);
        Thread flying = Thread.currentThread();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stopped(stop, flying)));
        fly(options, stop);
    }

    private static void fly(Options options, CountDownLatch stop) throws InterruptedException {
        System.Logger log = System.getLogger(Main.class.getName());
        FleetPlan plan = FleetPlan.load();
        ScaledClock clock = ScaledClock.ofSystemProperties();
        Timetable timetable = Timetable.ofScale(clock.scale());
        Tokens tokens = new Tokens(options.tokens(), timetable.nanoTime());
        try (TelemetryClient client = new TelemetryClient(options.gateway(), tokens)) {
            Simulation simulation =
                    new Simulation(plan, options.seed(), clock, new Snapshot(options.state()), client, timetable);
            log.log(
                    System.Logger.Level.INFO,
                    "drones flying count=" + plan.drones().size() + " gateway=" + options.gateway() + " scale="
                            + clock.scale());
            int ticks = 0;
            do {
                simulation.tick();
                if (ticks++ % TICKS_PER_SAVE == 0) {
                    simulation.save();
                }
            } while (!stop.await(TICK.toMillis(), TimeUnit.MILLISECONDS));
            simulation.save();
        }
    }

    /** The process ends when this returns, so it waits until the last state is saved. */
    private static void stopped(CountDownLatch stop, Thread flying) {
        stop.countDown();
        try {
            flying.join(Duration.ofSeconds(5));
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
