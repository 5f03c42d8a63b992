package io.dronedelivery.system.observability;

import static java.util.stream.Collectors.toCollection;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Who reads which series: the alerts and the dashboards, by name, each with what the services show for it. */
public record Readers(Map<String, Set<String>> series) {
    /** Prometheus itself shows whether it could read an instance. */
    private static final String MADE_BY_PROMETHEUS = "up";

    /** All there are in deploy/observability. */
    public static Readers all() {
        Rules rules = Rules.read();
        Map<String, Set<String>> series = new TreeMap<>();
        rules.alerts()
                .forEach(alert -> series.computeIfAbsent(alert.path("alert").asText(), _ -> new TreeSet<>())
                        .addAll(rules.origins(Rules.series(alert))));
        Dashboard.all().forEach(dashboard -> series.put(dashboard.title(), rules.origins(dashboard.series())));
        return new Readers(series);
    }

    /** The names of all series that the services have to show. */
    public Set<String> ofServices() {
        return series.values().stream()
                .flatMap(Set::stream)
                .filter(name -> !name.equals(MADE_BY_PROMETHEUS))
                .collect(toCollection(TreeSet::new));
    }

    /** Who reads each metric; the series of a timer are one. */
    Map<String, Set<String>> byMetric() {
        Map<String, Set<String>> readers = new TreeMap<>();
        series.forEach((reader, names) -> names.forEach(
                name -> readers.computeIfAbsent(name.replaceFirst("_(bucket|count|sum)$", ""), _ -> new TreeSet<>())
                        .add(reader)));
        return readers;
    }
}
