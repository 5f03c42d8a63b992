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
 * The result of checking a whole system.
 *
 * @param underWay what was still under way when the time was up, in words
 * @param verdicts one for each invariant, and one for the redelivery of messages
 */
public record CheckResult(List<String> underWay, List<Verdict> verdicts) {

    /** Waits until nothing is under way, since several invariants hold only then, and checks all of them. */
    public static CheckResult ofRunningSystem(Duration timeout) throws InterruptedException {
        StoredSystem system = new StoredSystem(
                service -> Endpoints.database(Service.valueOf(service.toUpperCase(Locale.ROOT))),
                new StoredTopics(Endpoints.kafka()));
        Quiescence quiescence = new Quiescence(system, timeout);
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

    /** Whether nothing was under way and everything holds. */
    public boolean holds() {
        return underWay.isEmpty() && verdicts.stream().allMatch(Verdict::holds);
    }
}
