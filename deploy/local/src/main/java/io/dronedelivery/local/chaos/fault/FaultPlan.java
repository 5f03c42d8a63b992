package io.dronedelivery.local.chaos.fault;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Plans the faults of a run: the same for the same seed, length and kinds. Each round has faults of every kind, and the
 * first round has one of each.
 */
public final class FaultPlan {
    private static final Duration FIRST_AT = Duration.ofSeconds(5); // the load has begun by then
    private static final int PAUSE_MILLIS_MIN = 3_000;
    private static final int PAUSE_MILLIS_MAX = 11_000;
    private static final Duration RECOVERY = Duration.ofSeconds(15); // before the same target is hit again
    private static final int SHORT_ONES_PER_OUTAGE = 3; // of each other kind, since an outage lasts long

    private final Random random;
    private final Duration length;
    private final List<FaultKind> kinds;
    private final List<Fault> faults = new ArrayList<>();

    private FaultPlan(long seed, Duration length, Set<FaultKind> kinds) {
        this.random = new Random(seed);
        this.length = length;
        this.kinds = Stream.of(FaultKind.values()).filter(kinds::contains).toList();
    }

    /** Draws a plan: the faults in the order of their begin. Each ends within the length of the run. */
    public static List<Fault> of(long seed, Duration length, Set<FaultKind> kinds) {
        return new FaultPlan(seed, length, kinds).draw();
    }

    private List<Fault> draw() {
        Deque<FaultKind> round = shuffled(1);
        Duration at = FIRST_AT;
        while (at.compareTo(length) < 0) {
            add(at, round.removeFirst());
            at = at.plus(pause(at, round.size()));
            round = round.isEmpty() ? shuffled(SHORT_ONES_PER_OUTAGE) : round;
        }
        return List.copyOf(faults);
    }

    private Deque<FaultKind> shuffled(int shortOnes) {
        List<FaultKind> round = new ArrayList<>();
        kinds.forEach(kind -> round.addAll(Collections.nCopies(kind == FaultKind.OUTAGE ? 1 : shortOnes, kind)));
        Collections.shuffle(round, random);
        return new ArrayDeque<>(round);
    }

    /** Adds a fault on a target that has recovered from its last one. Adds nothing if there is no such target. */
    private void add(Duration at, FaultKind kind) {
        Duration drawn = kind.duration(random);
        Duration left = length.minus(at);
        Duration duration = drawn.compareTo(left) < 0 ? drawn : left;
        List<Fault> possible = kind.targets().stream()
                .map(target -> new Fault(at, kind, target, duration))
                .filter(this::recovered)
                .toList();
        if (!possible.isEmpty()) {
            faults.add(possible.get(random.nextInt(possible.size())));
        }
    }

    private boolean recovered(Fault next) {
        return faults.stream()
                .filter(next::sameTarget)
                .allMatch(before -> before.end().plus(RECOVERY).compareTo(next.at()) <= 0);
    }

    /** In the first round, short enough that the rest of the round fits into the run. */
    private Duration pause(Duration at, int roundLeft) {
        Duration drawn = Duration.ofMillis(random.nextInt(PAUSE_MILLIS_MIN, PAUSE_MILLIS_MAX));
        Duration most = length.minus(at).dividedBy(roundLeft + 1L);
        boolean first = faults.size() < kinds.size();
        return first && drawn.compareTo(most) > 0 ? most : drawn;
    }
}
