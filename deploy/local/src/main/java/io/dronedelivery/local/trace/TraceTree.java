package io.dronedelivery.local.trace;

import static java.util.Comparator.comparingLong;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import io.dronedelivery.local.trace.TracedSpan.Link;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A trace from top to bottom: each span under the one that caused it, in the order of their begin.
 *
 * @param id the trace's
 * @param lines the spans, none missing
 */
record TraceTree(String id, List<Line> lines) {

    /**
     * A span in its place.
     *
     * @param depth how many spans it is under
     */
    record Line(int depth, TracedSpan span) {}

    /** The trees of these spans, in the order of their begin. A span whose parent was not received is on top. */
    static List<TraceTree> of(List<TracedSpan> spans) {
        return spans.stream().collect(groupingBy(TracedSpan::traceId)).entrySet().stream()
                .map(trace -> new TraceTree(trace.getKey(), inOrder(trace.getValue())))
                .sorted(comparingLong(TraceTree::begin))
                .toList();
    }

    private static List<Line> inOrder(List<TracedSpan> spans) {
        Set<String> present = spans.stream().map(TracedSpan::spanId).collect(toSet());
        Map<String, List<TracedSpan>> byParent = spans.stream()
                .sorted(comparingLong(TracedSpan::begin))
                .collect(groupingBy(
                        span -> span.parentId() != null && present.contains(span.parentId()) ? span.parentId() : ""));
        List<Line> lines = new ArrayList<>();
        addUnder("", 0, byParent, lines, new HashSet<>());
        return lines;
    }

    private static void addUnder(
            String parent, int depth, Map<String, List<TracedSpan>> byParent, List<Line> lines, Set<String> added) {
        for (TracedSpan span : byParent.getOrDefault(parent, List.of())) {
            if (added.add(span.spanId())) {
                lines.add(new Line(depth, span));
                addUnder(span.spanId(), depth + 1, byParent, lines, added);
            }
        }
    }

    /** When its first span began, in nanoseconds since 1970. */
    long begin() {
        return lines.stream().mapToLong(line -> line.span().begin()).min().orElseThrow();
    }

    /** When its last span ended, in nanoseconds since 1970. */
    long end() {
        return lines.stream().mapToLong(line -> line.span().end()).max().orElseThrow();
    }

    /** What it goes on from. */
    List<Link> links() {
        return lines.stream().flatMap(line -> line.span().links().stream()).toList();
    }
}
