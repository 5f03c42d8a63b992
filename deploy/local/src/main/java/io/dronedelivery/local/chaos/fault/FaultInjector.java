package io.dronedelivery.local.chaos.fault;

import io.dronedelivery.local.chaos.proxy.Disturbance;
import io.dronedelivery.local.chaos.proxy.Disturbance.Cut;
import io.dronedelivery.local.chaos.proxy.Disturbance.Delay;
import io.dronedelivery.local.chaos.proxy.Disturbance.LostAnswers;
import io.dronedelivery.local.chaos.proxy.Disturbance.None;
import io.dronedelivery.local.chaos.proxy.Disturbance.Stall;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;

/** Injects the planned faults, each on a thread of its own, and prints each. */
public final class FaultInjector {
    private static final Duration HIT_TIMEOUT = Duration.ofSeconds(20); // a process that is just starting is waited for
    private static final Duration CLOCK_STEP = Duration.ofMinutes(10); // of the system's clock
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Delay LATE = new Delay(Duration.ofMillis(300), Duration.ofMillis(700));

    private final TargetSystem system;
    private final PrintStream out;
    private final Queue<Fault> injected = new ConcurrentLinkedQueue<>();

    /** An injector that has injected nothing yet. */
    public FaultInjector(TargetSystem system, PrintStream out) {
        this.system = system;
        this.out = out;
    }

    /** Injects all faults, and returns when the last one has ended. After an interrupt, the caller heals the system. */
    public void carryOut(List<Fault> plan) throws InterruptedException {
        long start = System.nanoTime();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            try {
                for (Fault fault : plan) {
                    sleepUntil(start + fault.at().toNanos());
                    threads.execute(() -> happen(fault));
                }
            } catch (InterruptedException stopped) {
                threads.shutdownNow();
                throw stopped;
            }
        }
    }

    /** The faults that have hit their target so far. */
    public List<Fault> injected() {
        return List.copyOf(injected);
    }

    private static void sleepUntil(long moment) throws InterruptedException {
        Thread.sleep(Duration.ofNanos(Math.max(0, moment - System.nanoTime())));
    }

    private void happen(Fault fault) {
        try {
            boolean hit = begin(fault);
            say(fault, hit);
            if (hit) {
                injected.add(fault);
            }
            Thread.sleep(fault.duration());
            end(fault);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void say(Fault fault, boolean hit) {
        Duration at = fault.at();
        String length = fault.duration().isZero()
                ? ""
                : String.format(Locale.ROOT, "%.1f s", fault.duration().toMillis() / 1000.0);
        out.printf(
                "%02d:%02d  %-13s %-12s %s%s%n",
                at.toMinutes(),
                at.toSecondsPart(),
                fault.kind().word(),
                processOrConnection(fault),
                length,
                hit ? "" : "  missed: it did not run");
    }

    private boolean begin(Fault fault) throws InterruptedException {
        return switch (fault.kind()) {
            case KILL -> hit(process(fault)::kill);
            case FREEZE -> hit(process(fault)::freeze);
            case OUTAGE -> hit(process(fault)::keepDown);
            case CLOCK_AHEAD -> hit(() -> process(fault).stepClock(CLOCK_STEP));
            case CLOCK_BEHIND -> hit(() -> process(fault).stepClock(CLOCK_STEP.negated()));
            case CUT -> disturb(fault, new Cut());
            case STALL -> disturb(fault, new Stall());
            case DELAY -> disturb(fault, LATE);
            case LOST_ANSWERS -> disturb(fault, new LostAnswers());
        };
    }

    private void end(Fault fault) {
        switch (fault.kind()) {
            case KILL -> {}
            case FREEZE -> process(fault).thaw();
            case OUTAGE -> process(fault).allowRestart();
            case CLOCK_AHEAD, CLOCK_BEHIND -> process(fault).stepClock(Duration.ZERO);
            case CUT, STALL, DELAY, LOST_ANSWERS -> disturb(fault, new None());
        }
    }

    private boolean disturb(Fault fault, Disturbance disturbance) {
        system.connection(fault.target()).disturb(disturbance);
        return true;
    }

    private TargetProcess process(Fault fault) {
        return system.target(fault);
    }

    private String processOrConnection(Fault fault) {
        return fault.kind().onConnections() ? fault.target() : process(fault).name();
    }

    private static boolean hit(BooleanSupplier blow) throws InterruptedException {
        long deadline = System.nanoTime() + HIT_TIMEOUT.toNanos();
        while (!blow.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            Thread.sleep(POLL);
        }
        return true;
    }
}
