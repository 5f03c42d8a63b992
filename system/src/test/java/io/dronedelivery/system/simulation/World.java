package io.dronedelivery.system.simulation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** All that will happen, in one queue; one clock, one source of chance. The same scenario makes the same world. */
final class World implements InstantSource {
    static final Instant START = Instant.parse("2026-03-02T08:00:00Z");
    private static final Duration LATENCY_MAX = Duration.ofMillis(20);
    private static final Duration LATE_MAX = Duration.ofSeconds(60);

    private record Event(Instant at, long number, Runnable work) {}

    private final PriorityQueue<Event> queue =
            new PriorityQueue<>(Comparator.comparing(Event::at).thenComparing(Event::number));
    private final Scenario scenario;
    private final RandomSource randomSource;
    private final Map<String, RandomSource> latencies = new HashMap<>();
    private final Faults faults;
    private final Trace trace = new Trace();
    private @Nullable Violation wrong;
    private Instant now = START;
    private boolean healed;
    private long scheduled;

    World(Scenario scenario) {
        this.scenario = scenario;
        this.randomSource = scenario.randomSource("world");
        this.faults = new Faults(scenario);
    }

    @Override
    public Instant instant() {
        return now;
    }

    /** What a clock shows that is off by so much, until all is healed. */
    InstantSource clockOffBy(Duration off) {
        return () -> healed ? now : now.plus(off);
    }

    RandomGenerator random() {
        return randomSource.random();
    }

    Faults faults() {
        return faults;
    }

    Trace trace() {
        return trace;
    }

    /** From now on nothing fails any more. */
    void heal() {
        tell("the world is healed");
        healed = true;
        faults.end();
    }

    /** Ends the run with this event. Not thrown at once: whoever called might take it for a failure that may pass. */
    void accuse(Violation violation) {
        wrong = wrong == null ? violation : wrong;
    }

    void after(Duration delay, Runnable work) {
        queue.add(new Event(now.plus(delay), scheduled++, work));
    }

    /** Has the next event happen; false where there is none before that time. */
    boolean next(Instant before) {
        Event next = queue.peek();
        if (next == null || !next.at().isBefore(before)) {
            return false;
        }
        queue.remove();
        now = next.at();
        next.work().run();
        if (wrong != null) {
            throw wrong;
        }
        return true;
    }

    void tell(String fact) {
        trace.add(now, fact);
    }

    /** Whether it goes wrong this time. */
    boolean strikes(Fault fault, String where, String key) {
        return faults.strike(fault, where, key);
    }

    /** Where all that is counted together has the same luck. */
    boolean strikes(Fault fault, String where) {
        return strikes(fault, where, where);
    }

    Duration upTo(Duration longest) {
        return randomSource.upTo(longest);
    }

    /** The same for the same purpose, whatever else happens. */
    RandomSource randomSource(String purpose) {
        return scenario.randomSource(purpose);
    }

    /** How long a message is under way: mostly a moment, now and then so long that nobody waits for it any more. */
    Duration latency(String what, String key) {
        RandomSource own = latencies.computeIfAbsent(key, _ -> scenario.randomSource(key));
        return own.upTo(strikes(Fault.LATE, what, key) ? LATE_MAX : LATENCY_MAX);
    }
}
