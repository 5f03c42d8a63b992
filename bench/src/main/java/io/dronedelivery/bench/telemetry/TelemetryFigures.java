package io.dronedelivery.bench.telemetry;

import io.dronedelivery.bench.report.Comparison;
import io.dronedelivery.bench.report.Distribution;
import io.dronedelivery.bench.report.Figure;
import io.dronedelivery.bench.report.Target;
import io.dronedelivery.bench.telemetry.reference.StreamsGuarantee;
import io.dronedelivery.local.project.Service;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The figures of rounds. */
public final class TelemetryFigures {
    /** The unit of rates. */
    public static final String PER_SECOND = "positions/s";

    private static final String CPU = "ms per 1,000 pos.";
    private static final String SERVICE = Service.DELIVERY.id();
    private static final Figure OURS = rate(SERVICE);
    private static final double OF_BARE = 0.3;
    private static final double OF_STREAMS = 2;

    private TelemetryFigures() {}

    /** The figures of these turns: the service's before those of the references. */
    static Map<Figure, Double> of(List<Turn> turns) {
        Turn ours = turns.stream()
                .filter(turn -> turn.contestant().name().equals(SERVICE))
                .findAny()
                .orElseThrow();
        List<Turn> references = turns.stream()
                .filter(turn -> !turn.contestant().name().equals(SERVICE))
                .sorted(Comparator.comparing(turn -> turn.contestant().name()))
                .toList();
        Map<Figure, Double> figures = new LinkedHashMap<>();
        figures.put(OURS, ours.rate());
        references.forEach(turn -> figures.put(rate(turn.contestant().name()), turn.rate()));
        figures.put(new Figure("CPU, delivery", CPU), ours.cpuPerThousand(SERVICE));
        for (String process : List.of("postgresql", "kafka")) {
            figures.put(new Figure("CPU, " + process + " for delivery", CPU), ours.cpuPerThousand(process));
        }
        for (Turn turn : references) {
            String name = turn.contestant().name();
            figures.put(new Figure("CPU, " + name, CPU), turn.cpuPerThousand(name));
        }
        figures.put(new Figure("commits, delivery", "per 1,000 pos."), ours.commitsPerThousand());
        figures.put(
                new Figure("write-ahead log, delivery", "bytes per position"),
                ours.used().walBytesPer(ours.positions()));
        return figures;
    }

    /** The rates of all rounds beside those of the references, each by its median. */
    public static List<Comparison> comparisons(List<Map<Figure, Double>> rounds) {
        double ours = Distribution.of(rounds, OURS).median();
        double bare = Distribution.of(rounds, rate(Contestant.BARE)).median();
        List<Comparison> comparisons = new ArrayList<>();
        comparisons.add(Comparison.of("statuses from positions / bare consumer", PER_SECOND, ours)
                .against(bare)
                .toReach(Target.ratioAtLeast(OF_BARE)));
        for (StreamsGuarantee guarantee : StreamsGuarantee.values()) {
            Comparison comparison = Comparison.of("… / " + guarantee.words(), PER_SECOND, ours)
                    .against(Distribution.of(rounds, rate(guarantee.words())).median());
            comparisons.add(
                    guarantee == StreamsGuarantee.EXACTLY_ONCE
                            ? comparison.toReach(Target.ratioAtLeast(OF_STREAMS))
                            : comparison);
        }
        return comparisons;
    }

    private static Figure rate(String contestant) {
        return new Figure(contestant, PER_SECOND);
    }
}
