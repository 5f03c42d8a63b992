package io.dronedelivery.local.chaos;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import io.dronedelivery.local.chaos.fault.Fault;
import io.dronedelivery.local.chaos.fault.FaultKind;
import io.dronedelivery.local.chaos.load.RequestCount;
import io.dronedelivery.local.chaos.load.RequestResults;
import io.dronedelivery.local.check.Verdict;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The report of a run.
 *
 * @param title the settings of the run, in words
 * @param injected the faults that hit their target
 * @param outcomes how many requests and deliveries had each outcome
 * @param verdicts one for each check; none if the run was interrupted
 */
record Report(
        String title,
        RequestResults results,
        List<Fault> injected,
        Map<String, Integer> outcomes,
        List<Verdict> verdicts) {
    /** Whether everything was checked and holds. */
    boolean holds() {
        return !verdicts.isEmpty() && verdicts.stream().allMatch(Verdict::holds);
    }

    void print(PrintStream out) {
        out.println(title);
        out.println("Requests");
        for (RequestCount count : RequestCount.values()) {
            row(out, results.of(count), count.words());
        }
        out.println("Outcomes");
        outcomes.forEach((outcome, count) -> row(out, count, outcome));
        out.println("Faults");
        for (FaultKind kind : FaultKind.values()) {
            row(
                    out,
                    targets(kind).values().stream().mapToLong(Long::longValue).sum(),
                    kind.word() + " " + targetsOf(kind));
        }
        out.println("Invariants");
        verdicts.forEach(verdict -> verdict.print(out));
        out.println(conclusion());
    }

    private static void row(PrintStream out, long count, String words) {
        out.printf(Locale.ROOT, "%,10d  %s%n", count, words.strip());
    }

    private String targetsOf(FaultKind kind) {
        return targets(kind).entrySet().stream()
                .map(target -> target.getKey() + " " + target.getValue())
                .collect(joining(", "));
    }

    private Map<String, Long> targets(FaultKind kind) {
        return injected.stream()
                .filter(fault -> fault.kind() == kind)
                .collect(groupingBy(Fault::target, TreeMap::new, counting()));
    }

    private String conclusion() {
        if (verdicts.isEmpty()) {
            return "Broken off: nothing was checked.";
        }
        long violated = verdicts.stream().filter(verdict -> !verdict.holds()).count();
        return violated == 0 ? "No violation." : violated + " of " + verdicts.size() + " do not hold.";
    }
}
