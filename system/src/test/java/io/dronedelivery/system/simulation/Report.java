package io.dronedelivery.system.simulation;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Tells people what went wrong: in the smallest scenario that shows it, how it came about, and how to see it again. */
final class Report {
    private static final int RUNS_MAX = 150;
    private static final Pattern DELIVERY = Pattern.compile("\\bd\\d+\\b");

    private Report() {}

    /**
     * What went wrong in that run.
     *
     * @param strikes how many faults it took
     */
    static String of(Scenario scenario, int strikes, Violation found) {
        Scenario all = scenario.with(scenario.faults(), scenario.deliveries(), strikes);
        Scenario smallest = new Shrinking(fewer -> breaks(found.rule(), fewer), RUNS_MAX).shrink(all);
        Simulation simulation = new Simulation(smallest);
        Violation seen = Trial.of(simulation).orElse(found);
        return found.getMessage() + "\nin " + scenario + "\nThe smallest that shows it: " + smallest + "\n"
                + seen.getMessage() + "\n" + simulation.trace().about(deliveries(seen));
    }

    private static boolean breaks(String rule, Scenario scenario) {
        Optional<Violation> found = Trial.of(new Simulation(scenario));
        return found.filter(violation -> violation.rule().equals(rule)).isPresent();
    }

    private static List<String> deliveries(Violation violation) {
        return DELIVERY.matcher(String.valueOf(violation.getMessage()))
                .results()
                .map(MatchResult::group)
                .distinct()
                .toList();
    }
}
