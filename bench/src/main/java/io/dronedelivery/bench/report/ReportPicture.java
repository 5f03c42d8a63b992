package io.dronedelivery.bench.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/**
 * The comparisons as a plot in SVG: for each a bar of this system, below it one of the reference, and a mark at the target.
 * Each comparison has a scale of its own, since their units differ.
 */
public final class ReportPicture {
    private static final int MARGIN = 12;
    private static final int LINE = 16;
    private static final int NAMES_WIDTH = 380;
    private static final int BARS_WIDTH = 420;
    private static final int VALUES_WIDTH = 330;
    private static final int BAR_HEIGHT = 11;
    private static final int GAP = 8;
    // Colours that people with a colour deficiency can tell apart (Okabe and Ito).
    private static final String OURS = "#0072B2";
    private static final String REFERENCE = "#E69F00";
    private static final String TARGET = "#D55E00";

    private final StringBuilder svg = new StringBuilder();
    private int y = MARGIN;

    private ReportPicture() {}

    /** The plot of a report, with its title and the machine above. */
    public static String of(Report report) {
        return new ReportPicture().draw(report);
    }

    private String draw(Report report) {
        text(MARGIN, "font-weight=\"bold\"", report.title());
        text(MARGIN, "", report.machine().words());
        text(MARGIN, "", "upper bar: this system; lower bar: its reference; mark: its target");
        report.comparisons().forEach(this::draw);
        return String.format(
                        Locale.ROOT,
                        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" font-family=\"sans-serif\""
                                + " font-size=\"11\">%n<rect width=\"100%%\" height=\"100%%\" fill=\"white\"/>%n",
                        NAMES_WIDTH + BARS_WIDTH + VALUES_WIDTH + 2 * MARGIN,
                        y + MARGIN)
                + svg
                + "</svg>\n";
    }

    private void draw(Comparison comparison) {
        Double reference = comparison.reference();
        List<Double> targets = comparison.targets().stream()
                .filter(target -> target.quantity() != Target.Quantity.P99)
                .map(target -> inUnits(target, reference))
                .toList();
        double largest = DoubleStream.concat(
                        DoubleStream.of(comparison.ours(), reference == null ? 0 : reference),
                        targets.stream().mapToDouble(Double::doubleValue))
                .max()
                .orElse(0);
        double scale = largest == 0 ? 0 : BARS_WIDTH / largest;
        y += GAP;
        int top = y + LINE - BAR_HEIGHT;
        text(MARGIN, "", comparison.name() + ", " + comparison.unit());
        bar(OURS, comparison.ours() * scale);
        value(words(comparison));
        if (reference != null) {
            text(MARGIN, "fill=\"#555555\"", "reference");
            bar(REFERENCE, reference * scale);
            value(Report.number(reference));
        }
        targets.forEach(target -> mark(target * scale, top));
    }

    private static double inUnits(Target target, @Nullable Double reference) {
        return target.quantity() == Target.Quantity.RATIO && reference != null
                ? target.bound() * reference
                : target.bound();
    }

    private static String words(Comparison comparison) {
        Latency latency = comparison.latency();
        String took = latency == null
                ? ""
                : ", p50 %s, p99 %s ms".formatted(Report.number(latency.p50()), Report.number(latency.p99()));
        String target = comparison.targets().isEmpty() ? "" : "; target " + comparison.targetWords();
        return Report.number(comparison.ours()) + took + target;
    }

    private void bar(String colour, double width) {
        svg.append(String.format(
                Locale.ROOT,
                "<rect x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\" fill=\"%s\"/>%n",
                MARGIN + NAMES_WIDTH,
                y - BAR_HEIGHT + 2,
                width,
                BAR_HEIGHT,
                colour));
    }

    private void mark(double at, int top) {
        svg.append(String.format(
                Locale.ROOT,
                "<line x1=\"%1$.1f\" x2=\"%1$.1f\" y1=\"%2$d\" y2=\"%3$d\" stroke=\"%4$s\" stroke-width=\"2\"/>%n",
                MARGIN + NAMES_WIDTH + at,
                top,
                y + BAR_HEIGHT / 2,
                TARGET));
    }

    private void value(String text) {
        y -= LINE;
        text(MARGIN + NAMES_WIDTH + BARS_WIDTH + GAP, "", text);
    }

    private void text(int x, String style, String text) {
        y += LINE;
        svg.append(String.format(Locale.ROOT, "<text x=\"%d\" y=\"%d\" %s>%s</text>%n", x, y, style, escaped(text)));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
