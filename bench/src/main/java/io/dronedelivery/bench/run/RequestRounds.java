package io.dronedelivery.bench.run;

import static java.util.stream.Collectors.toMap;

import io.dronedelivery.bench.http.LoadGenerator;
import io.dronedelivery.bench.http.LoadRound;
import io.dronedelivery.bench.http.RateSearch;
import io.dronedelivery.bench.measurement.Consumption;
import io.dronedelivery.bench.measurement.MeasuredSystem;
import io.dronedelivery.bench.measurement.Reading;
import io.dronedelivery.bench.measurement.WarmUp;
import io.dronedelivery.bench.report.Comparison;
import io.dronedelivery.bench.report.Distribution;
import io.dronedelivery.bench.report.Figure;
import io.dronedelivery.bench.report.Machine;
import io.dronedelivery.bench.report.Report;
import io.dronedelivery.bench.report.Target;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * Measures requests of several kinds in alternating rounds: the highest rate of each, that of a reference, and what requests
 * take and cost at half of their highest rate.
 */
public final class RequestRounds {
    private static final int STEPS_PER_ROUND = 4;
    private static final double HALF = 0.5;

    /** Requests of one kind, with the targets of their comparison. */
    public record Subject(String name, LoadGenerator load, Target... targets) {}

    private final MeasuredSystem system;
    private final RoundOptions options;
    private final Duration warmUp;
    private final RateSearch search;
    private final List<String> notes = new ArrayList<>();
    private final Map<String, Double> warmRates = new LinkedHashMap<>();
    private final Map<String, List<Double>> maxima = new LinkedHashMap<>();
    private final Map<String, Histogram> latencies = new LinkedHashMap<>();
    private final List<Map<Figure, Double>> figures = new ArrayList<>();

    /**
     * Rounds on a running system.
     *
     * @param warmUp how long the warm-up of each kind may take
     */
    public RequestRounds(MeasuredSystem system, RoundOptions options, Duration warmUp) {
        this.system = system;
        this.options = options;
        this.warmUp = warmUp;
        this.search = new RateSearch(options.length().dividedBy(STEPS_PER_ROUND));
    }

    /** Measures all rounds, and reports them. A reference is optional. */
    public Report measure(List<Subject> subjects, @Nullable Subject reference) throws InterruptedException {
        List<Subject> all = new ArrayList<>(subjects);
        if (reference != null) {
            all.add(reference);
        }
        for (Subject each : all) {
            WarmUp.Result warm = search.warmUp(each.name(), each.load(), warmUp);
            warmRates.put(each.name(), warm.rate());
            notes.add(warm.note());
        }
        for (int round = 1; round <= options.rounds(); round++) {
            Map<Figure, Double> ofRound = new LinkedHashMap<>();
            for (Subject each : all) {
                LoadRound most = search.maximum(each.load()::atRate, warmRates.getOrDefault(each.name(), 0.0));
                maxima.computeIfAbsent(each.name(), _ -> new ArrayList<>()).add(most.rate());
                if (!each.equals(reference)) {
                    ofRound.putAll(atHalf(each, most.rate()));
                }
                System.out.printf(Locale.ROOT, "round %d, %s: %,.0f/s%n", round, each.name(), most.rate());
            }
            figures.add(ofRound);
        }
        return new Report(
                "bench " + options.command() + ": " + options.words(),
                Machine.here(),
                List.copyOf(notes),
                subjects.stream().map(each -> comparison(each, reference)).toList(),
                Report.rows(figures));
    }

    private Map<Figure, Double> atHalf(Subject subject, double most) throws InterruptedException {
        Reading before = Reading.of(system);
        LoadRound round = subject.load().atRate(HALF * most, options.length()).requirePunctual();
        Consumption used = Reading.of(system).since(before);
        latencies.merge(subject.name(), round.latency(), (earlier, more) -> {
            earlier.add(more);
            return earlier;
        });
        Map<Figure, Double> costs = new LinkedHashMap<>();
        costs.put(new Figure("load generator's thread, running", "% of the time"), round.busy() * 100);
        costs.put(new Figure("requests", "per s"), round.rate());
        costs.putAll(used.busyCores());
        costs.putAll(used.per("request", round.requests()));
        return costs.entrySet().stream()
                .collect(toMap(
                        entry -> new Figure(
                                subject.name() + ": " + entry.getKey().name(),
                                entry.getKey().unit()),
                        Map.Entry::getValue,
                        (first, _) -> first,
                        LinkedHashMap::new));
    }

    private Comparison comparison(Subject subject, @Nullable Subject reference) {
        Histogram latency = latencies.getOrDefault(subject.name(), new Histogram(1));
        Comparison alone = Comparison.of(subject.name(), "per s", most(subject))
                .taking(LoadRound.percentiles(latency))
                .toReach(subject.targets());
        return reference == null ? alone : alone.against(most(reference));
    }

    private double most(Subject subject) {
        return Distribution.of(maxima.getOrDefault(subject.name(), List.of())).median();
    }
}
