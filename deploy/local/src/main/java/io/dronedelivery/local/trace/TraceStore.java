package io.dronedelivery.local.trace;

import io.dronedelivery.local.trace.TracedSpan.Link;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The latest traces. When there is no more room the oldest go: first of those that name no delivery, since who looks for his
 * delivery twice a second makes as many traces.
 */
final class TraceStore {
    /** Some 200 deliveries. */
    static final int SPANS_MAX = 20_000;

    private final Map<String, List<TracedSpan>> traces = new LinkedHashMap<>(); // in the order of their first spans
    private final int spansMax;
    private int size;

    TraceStore(int spansMax) {
        this.spansMax = spansMax;
    }

    synchronized void add(List<TracedSpan> spans) {
        spans.forEach(span ->
                traces.computeIfAbsent(span.traceId(), _ -> new ArrayList<>()).add(span));
        size += spans.size();
        removeOldest(false);
        removeOldest(true);
    }

    private void removeOldest(boolean alsoOfDeliveries) {
        Iterator<List<TracedSpan>> oldest = traces.values().iterator();
        while (size > spansMax && oldest.hasNext()) {
            List<TracedSpan> trace = oldest.next();
            if (alsoOfDeliveries || trace.stream().allMatch(span -> span.delivery() == null)) {
                oldest.remove();
                size -= trace.size();
            }
        }
    }

    /** The spans of every trace that names the delivery, and of the traces that these are linked with. */
    synchronized List<TracedSpan> about(String deliveryId) {
        Set<String> wanted = new HashSet<>();
        traces.forEach((id, trace) -> {
            if (trace.stream().anyMatch(span -> Objects.equals(span.delivery(), deliveryId))) {
                wanted.add(id);
            }
        });
        boolean more = true;
        while (more) {
            more = addLinked(wanted);
        }
        return traces.entrySet().stream()
                .filter(trace -> wanted.contains(trace.getKey()))
                .flatMap(trace -> trace.getValue().stream())
                .toList();
    }

    /** Adds the traces that link to these, and those that these link to; whether there were any. */
    private boolean addLinked(Set<String> wanted) {
        Set<String> linked = new HashSet<>();
        traces.forEach((id, trace) -> trace.stream()
                .flatMap(span -> span.links().stream())
                .map(Link::traceId)
                .forEach(other -> {
                    if (wanted.contains(id) || wanted.contains(other)) {
                        linked.add(id);
                        linked.add(other);
                    }
                }));
        return wanted.addAll(linked);
    }
}
