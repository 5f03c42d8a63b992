package io.dronedelivery.local.trace;

import static java.util.stream.Collectors.toMap;

import io.dronedelivery.local.trace.TracedSpan.Link;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;

/** Prints traces as trees, a line for each span: after how long it began, how long it lasted, whose it is and its name. */
final class TraceText {
    private static final String LINE = "%10.1f ms %10.1f ms  %s%-10s %s%s%n";
    private static final String INDENT = "  ";
    private static final int ID_CHARACTERS = 8; // of 32; enough to tell them apart

    private final PrintStream out;

    TraceText(PrintStream out) {
        this.out = out;
    }

    /** Prints the traces one after the other. Times are from the begin of the first. */
    void print(List<TraceTree> traces) {
        long begin = traces.getFirst().begin();
        Map<String, TracedSpan> spans = traces.stream()
                .flatMap(trace -> trace.lines().stream())
                .map(TraceTree.Line::span)
                .collect(toMap(TracedSpan::spanId, span -> span, (first, _) -> first));
        out.printf("%13s %13s%n", "begins after", "lasts");
        for (TraceTree trace : traces) {
            out.println("trace " + shortened(trace.id()));
            trace.links().forEach(link -> out.println("  goes on from " + linked(link, spans)));
            trace.lines().forEach(line -> print(line, begin));
        }
    }

    private void print(TraceTree.Line line, long begin) {
        TracedSpan span = line.span();
        out.printf(
                LINE,
                millis(span.begin() - begin),
                millis(span.duration()),
                INDENT.repeat(line.depth()),
                span.service(),
                label(span),
                span.failed() ? "  FAILED" : "");
    }

    /** The name of a span; that of a call tells that it is the caller's side. */
    static String label(TracedSpan span) {
        return span.kind().equals("CLIENT") ? "calls " + span.name() : span.name();
    }

    private static String linked(Link link, Map<String, TracedSpan> spans) {
        TracedSpan span = spans.get(link.spanId());
        String what = span == null ? "" : ": " + span.service() + " " + label(span);
        return "trace " + shortened(link.traceId()) + what;
    }

    static String shortened(String id) {
        return id.substring(0, Math.min(ID_CHARACTERS, id.length()));
    }

    static double millis(long nanos) {
        return nanos / 1e6;
    }
}
