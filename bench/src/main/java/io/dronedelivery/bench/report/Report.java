package io.dronedelivery.bench.report;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The report of a measurement: tables that can be pasted into a Markdown page.
 *
 * @param title the measurement and its options, in words
 * @param notes what a reader has to know about the measurement
 * @param comparisons this system beside references and targets
 * @param rows the figures of the rounds
 */
public record Report(String title, Machine machine, List<String> notes, List<Comparison> comparisons, List<Row> rows) {

    /** A figure with its values over all rounds. */
    public record Row(Figure figure, double median, double min, double max) {

        String line() {
            return "| %-40s | %-18s | %9s | %9s | %9s |"
                    .formatted(figure.name(), figure.unit(), number(median), number(min), number(max));
        }
    }

    /** The rows of several rounds, in the order of the first. A round that lacks a figure does not count for it. */
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

    /** Prints the tables, with the title and the notes above them. */
    public void print(PrintStream out) {
        out.println();
        out.println(title);
        out.println(machine.words());
        notes.forEach(out::println);
        if (!comparisons.isEmpty()) {
            out.println();
            out.println(Comparison.HEAD);
            comparisons.forEach(comparison -> out.println(comparison.line()));
        }
        if (!rows.isEmpty()) {
            printRows(out);
        }
    }

    private void printRows(PrintStream out) {
        out.println();
        out.println(
                "| figure                                   | unit               |    median |       min |       max |");
        out.println(
                "|------------------------------------------|--------------------|----------:|----------:|----------:|");
        rows.forEach(row -> out.println(row.line()));
    }

    /** A number with three significant digits, but with all digits before the point. */
    static String number(double value) {
        double size = Math.abs(value);
        int decimals = size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3;
        return String.format(Locale.ROOT, "%,." + decimals + "f", value);
    }
}
