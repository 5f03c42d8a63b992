package io.dronedelivery.local.bench.measurement;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What was measured: a table that can be pasted into a Markdown page.
 *
 * @param title which measurement this was
 * @param notes what a reader has to know of it
 */
public record Report(String title, Machine machine, List<String> notes, List<Row> rows) {

    /** A figure over all rounds. */
    record Row(Figure figure, double median, double min, double max) {

        String line() {
            return "| %-40s | %-18s | %9s | %9s | %9s |"
                    .formatted(figure.name(), figure.unit(), number(median), number(min), number(max));
        }
    }

    /** The figures of several rounds, in the order of the first. What a round lacks does not count there. */
    public static List<Row> rows(List<Map<Figure, Double>> rounds) {
        Map<Figure, List<Double>> values = new LinkedHashMap<>();
        rounds.forEach(round -> round.forEach((figure, value) ->
                values.computeIfAbsent(figure, _ -> new ArrayList<>()).add(value)));
        return values.entrySet().stream()
                .map(entry -> row(entry.getKey(), Distribution.of(entry.getValue())))
                .toList();
    }

    private static Row row(Figure figure, Distribution values) {
        return new Row(figure, values.median(), values.min(), values.max());
    }

    public void print(PrintStream out) {
        out.println();
        out.println(title);
        out.println(machine.words());
        notes.forEach(out::println);
        out.println();
        out.println(
                "| figure                                   | unit               |    median |       min |       max |");
        out.println(
                "|------------------------------------------|--------------------|----------:|----------:|----------:|");
        rows.forEach(row -> out.println(row.line()));
    }

    /** Three digits that count, as far as that makes sense. */
    static String number(double value) {
        double size = Math.abs(value);
        int decimals = size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3;
        return String.format(Locale.ROOT, "%,." + decimals + "f", value);
    }
}
