package io.dronedelivery.local.check;

import io.dronedelivery.local.Endpoints;
import io.dronedelivery.local.Service;
import io.dronedelivery.testing.invariants.Finding;
import io.dronedelivery.testing.invariants.Invariant;
import io.dronedelivery.testing.invariants.Snapshot;
import io.dronedelivery.testing.invariants.StoredSystem;
import io.dronedelivery.testing.invariants.StoredTopics;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What came of checking a whole system.
 *
 * @param underWay what still was, when patience had run out, in words
 * @param verdicts every invariant, and the repetition of messages
 */
public record Proof(List<String> underWay, List<Verdict> verdicts) {

    /** Waits until the running system is quiet, what is owed at the end being owed only then, and checks all. */
    public static Proof ofRunningSystem(Duration patience) throws InterruptedException {
        StoredSystem system = new StoredSystem(
                service -> Endpoints.database(Service.valueOf(service.toUpperCase(Locale.ROOT))),
                new StoredTopics(Endpoints.kafka()));
        Quiet quiet = new Quiet(system, patience);
        List<String> underWay = quiet.await();
        Snapshot snapshot = system.snapshot();
        List<Verdict> invariants = Stream.of(Invariant.values())
                .map(invariant -> verdict(invariant.check(snapshot)))
                .toList();
        Repetition repetition = Repetition.of(system, quiet);
        Verdict repeated = new Verdict(Repetition.STATEMENT, repetition.messages(), repetition.differences());
        return new Proof(
                underWay,
                Stream.concat(invariants.stream(), Stream.of(repeated)).toList());
    }

    private static Verdict verdict(Finding finding) {
        return new Verdict(finding.invariant().statement(), finding.examined(), finding.violations());
    }

    /** Whether all was quiet and everything holds. */
    public boolean holds() {
        return underWay.isEmpty() && verdicts.stream().allMatch(Verdict::holds);
    }
}
