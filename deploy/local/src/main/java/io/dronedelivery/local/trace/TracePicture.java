package io.dronedelivery.local.trace;

import java.util.List;
import java.util.Locale;

/**
 * Traces as a picture in SVG: a bar for each span, from its begin to its end, and a row for each bar. Each trace has a scale
 * of its own, since a flight between two of them lasts a thousand times as long as either.
 */
final class TracePicture {
    private static final int ROW = 16;
    private static final int NAMES_WIDTH = 560;
    private static final int BARS_WIDTH = 700;
    private static final int INDENT = 12;
    private static final int MARGIN = 10;
    private static final double BAR_WIDTH_MIN = 1.5;
    private static final int BAR_HEIGHT = 10;
    /** One for each service by its name; colours that people with a colour deficiency can tell apart (Okabe and Ito). */
    private static final String[] COLOURS = {
        "#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#8C6D1F", "#555555"
    };

    private final StringBuilder svg = new StringBuilder();
    private final List<TraceTree> traces;
    private final List<String> services;
    private int y = MARGIN;

    private TracePicture(List<TraceTree> traces) {
        this.traces = traces;
        this.services = traces.stream()
                .flatMap(trace -> trace.lines().stream())
                .map(line -> line.span().service())
                .distinct()
                .sorted()
                .toList();
    }

    /** The picture of these traces, the first on top. */
    static String of(List<TraceTree> traces) {
        return new TracePicture(traces).draw();
    }

    private String draw() {
        traces.forEach(this::draw);
        return String.format(
                        Locale.ROOT,
                        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" font-family=\"sans-serif\""
                                + " font-size=\"11\">%n<rect width=\"100%%\" height=\"100%%\" fill=\"white\"/>%n",
                        NAMES_WIDTH + BARS_WIDTH + 2 * MARGIN,
                        y + MARGIN)
                + svg
                + "</svg>\n";
    }

    private void draw(TraceTree trace) {
        double after = TraceText.millis(trace.begin() - traces.getFirst().begin());
        double lasts = TraceText.millis(trace.end() - trace.begin());
        String links = trace.links().stream()
                .map(link -> ", goes on from trace " + TraceText.shortened(link.traceId()))
                .distinct()
                .reduce("", String::concat);
        y += ROW;
        text(
                MARGIN,
                "font-weight=\"bold\"",
                String.format(
                        Locale.ROOT,
                        "trace %s: begins after %.1f ms, lasts %.1f ms%s",
                        TraceText.shortened(trace.id()),
                        after,
                        lasts,
                        links));
        trace.lines().forEach(line -> draw(line, trace));
        y += ROW / 2;
    }

    private void draw(TraceTree.Line line, TraceTree trace) {
        TracedSpan span = line.span();
        double perNano = (double) BARS_WIDTH / Math.max(1, trace.end() - trace.begin());
        y += ROW;
        text(
                MARGIN + line.depth() * INDENT,
                span.failed() ? "fill=\"#B00020\"" : "",
                span.service() + " \u00B7 " + TraceText.label(span));
        svg.append(String.format(
                Locale.ROOT,
                "<rect x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\" fill=\"%s\"><title>%.1f ms</title></rect>%n",
                MARGIN + NAMES_WIDTH + (span.begin() - trace.begin()) * perNano,
                y - BAR_HEIGHT + 1,
                Math.max(BAR_WIDTH_MIN, span.duration() * perNano),
                BAR_HEIGHT,
                COLOURS[services.indexOf(span.service()) % COLOURS.length],
                TraceText.millis(span.duration())));
    }

    private void text(int x, String style, String text) {
        svg.append(String.format(Locale.ROOT, "<text x=\"%d\" y=\"%d\" %s>%s</text>%n", x, y, style, escaped(text)));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
