package io.dronedelivery.bench;

import io.dronedelivery.bench.load.LoadedSystem;
import io.dronedelivery.bench.report.Comparison;
import io.dronedelivery.bench.report.Figure;
import io.dronedelivery.bench.report.Target;
import io.dronedelivery.local.project.Service;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The rounds of a workflow beside its reference and its targets. */
final class WorkflowComparisons {
    private static final double PER_SECOND = 150;
    private static final double CPU_MILLIS = 12;
    private static final double COMMITS = 8;
    private static final double SERVICE_MIB = 220;

    private final LoadedSystem loaded;
    private final List<Map<Figure, Double>> rounds;

    WorkflowComparisons(LoadedSystem loaded, List<Map<Figure, Double>> rounds) {
        this.loaded = loaded;
        this.rounds = rounds;
    }

    /** Without flights. */
    List<Comparison> beside(BareRounds bare) {
        return List.of(
                rate("workflow, request to SCHEDULED").against(bare.rate()).toReach(Target.atLeast(PER_SECOND)),
                cpu("workflow, CPU").against(bare.cpuMillis()).toReach(Target.atMost(CPU_MILLIS)),
                commits("workflow, commits").against(bare.commits()).toReach(Target.atMost(COMMITS)),
                Comparison.of("memory of the largest service, under load", "MiB", largestService())
                        .toReach(Target.atMost(SERVICE_MIB)));
    }

    /** With all flights flown. There is no target for them. */
    List<Comparison> flown() {
        return List.of(
                rate("workflow, all flights flown"),
                cpu("workflow, all flights flown, CPU"),
                commits("workflow, all flights flown, commits"));
    }

    private Comparison rate(String name) {
        return Comparison.of(name, "per s", Rounds.median(rounds, loaded.rateFigure()))
                .taking(Rounds.median(rounds.stream().map(loaded::latency).toList()));
    }

    private Comparison cpu(String name) {
        Figure figure = new Figure("CPU, whole system", "ms per delivery");
        return Comparison.of(name, figure.unit(), Rounds.median(rounds, figure));
    }

    private Comparison commits(String name) {
        Figure figure = new Figure("commits, all databases", "per delivery");
        return Comparison.of(name, figure.unit(), Rounds.median(rounds, figure));
    }

    private double largestService() {
        return Stream.of(Service.values())
                .mapToDouble(service -> Rounds.median(rounds, new Figure("memory, " + service.id(), "MiB")))
                .max()
                .orElse(0);
    }
}
