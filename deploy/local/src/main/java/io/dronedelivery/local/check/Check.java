package io.dronedelivery.local.check;

import io.dronedelivery.local.Endpoints;
import io.dronedelivery.local.Service;
import io.dronedelivery.testing.invariants.Finding;
import io.dronedelivery.testing.invariants.Invariant;
import io.dronedelivery.testing.invariants.StoredSystem;
import io.dronedelivery.testing.invariants.StoredTopics;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** <code>dronectl check</code>: exit code 0 only if every invariant was examined and holds. */
@Command(
        name = "check",
        description = "Check every invariant in the running system's databases and topics.",
        footer = "Waits until the system is quiet: what is owed at the end is only owed then.",
        showDefaultValues = true,
        mixinStandardHelpOptions = true)
public final class Check implements Callable<Integer> {
    private static final int VIOLATED = 1;
    private static final int VIOLATIONS_SHOWN = 10;

    @Option(
            names = "--patience",
            paramLabel = "SECONDS",
            description = "how long to wait for what is under way, in real time")
    private int patienceSeconds = 120;

    @Override
    public Integer call() throws InterruptedException {
        StoredSystem system = new StoredSystem(
                service -> Endpoints.database(Service.valueOf(service.toUpperCase(Locale.ROOT))),
                new StoredTopics(Endpoints.kafka()));
        Quiet quiet = new Quiet(system, Duration.ofSeconds(patienceSeconds));
        List<String> underWay = quiet.await();
        underWay.forEach(what -> System.out.println("still under way: " + what));
        List<Finding> findings = findings(system);
        findings.forEach(finding ->
                print(finding.holds(), finding.invariant().statement(), finding.examined(), finding.violations()));
        Repetition repetition = Repetition.of(system, quiet);
        print(repetition.holds(), Repetition.STATEMENT, repetition.messages(), repetition.differences());
        boolean holds =
                underWay.isEmpty() && repetition.holds() && findings.stream().allMatch(Finding::holds);
        System.out.println(holds ? "Every invariant holds." : "Not every invariant holds.");
        return holds ? 0 : VIOLATED;
    }

    private static List<Finding> findings(StoredSystem system) {
        var snapshot = system.snapshot();
        return Arrays.stream(Invariant.values())
                .map(invariant -> invariant.check(snapshot))
                .toList();
    }

    private static void print(boolean holds, String statement, int examined, List<String> violations) {
        String verdict = holds ? "holds   " : examined == 0 ? "unproved" : "VIOLATED";
        System.out.printf(Locale.ROOT, "%s %,9d examined  %s%n", verdict, examined, statement);
        Stream<String> shown = violations.stream().limit(VIOLATIONS_SHOWN);
        shown.forEach(violation -> System.out.println("           " + violation));
        if (violations.size() > VIOLATIONS_SHOWN) {
            System.out.println("           and " + (violations.size() - VIOLATIONS_SHOWN) + " more");
        }
    }
}
