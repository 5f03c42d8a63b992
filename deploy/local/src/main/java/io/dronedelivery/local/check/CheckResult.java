package io.dronedelivery.local.check;

import io.dronedelivery.local.project.Endpoints;
import io.dronedelivery.local.project.Service;
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
public record CheckResult(List<String> underWay, List<Verdict> verdicts) {

    /** Waits until the running system is quiet, what is owed at the end being owed only then, and checks all. */
    public static CheckResult ofRunningSystem(Duration patience) throws InterruptedException {
        StoredSystem system = new StoredSystem(
                service -> Endpoints.database(Service.valueOf(service.toUpperCase(Locale.ROOT))),
                new StoredTopics(Endpoints.kafka()));
        Quiescence quiescence = new Quiescence(system, patience);
        List<String> underWay = quiescence.await();
        Snapshot snapshot = system.snapshot();
        List<Verdict> invariants = Stream.of(Invariant.values())
                .map(invariant -> verdict(invariant.check(snapshot)))
                .toList();
        Redelivery redelivery = Redelivery.of(system, quiescence);
        Verdict repeated = new Verdict(Redelivery.STATEMENT, redelivery.messages(), redelivery.differences());
        return new CheckResult(
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
