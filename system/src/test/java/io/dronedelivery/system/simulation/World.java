package io.dronedelivery.system.simulation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** All that will happen, in one queue; one clock, one source of chance. The same seed makes the same world. */
final class World implements InstantSource {
    static final Instant START = Instant.parse("2026-03-02T08:00:00Z");
    private static final Duration LATENCY_MAX = Duration.ofMillis(20);

    private record Event(Instant at, long number, Runnable work) {}

    private final PriorityQueue<Event> queue =
            new PriorityQueue<>(Comparator.comparing(Event::at).thenComparing(Event::number));
    private final RandomGenerator random;
    private final Trace trace = new Trace();
    private Faults faults;
    private Instant now = START;
    private long scheduled;

    World(long seed, boolean faulty) {
        this.random = new SplittableRandom(seed);
        this.faults = faulty ? Faults.some(random) : Faults.NONE;
    }

    @Override
    public Instant instant() {
        return now;
    }

    RandomGenerator random() {
        return random;
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
        faults = Faults.NONE;
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
        return true;
    }

    void tell(String fact) {
        trace.add(now, fact);
    }

    boolean chance(double probability) {
        return probability > 0 && random.nextDouble() < probability;
    }

    Duration upTo(Duration longest) {
        return Duration.ofMillis(random.nextLong(longest.toMillis() + 1));
    }

    /** How long a message is under way: mostly a moment, now and then so long that nobody waits for it any more. */
    Duration latency() {
        return upTo(chance(faults.late()) ? Faults.LATE_MAX : LATENCY_MAX);
    }
}
