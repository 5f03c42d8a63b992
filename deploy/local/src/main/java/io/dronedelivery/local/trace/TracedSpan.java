package io.dronedelivery.local.trace;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A span, with as much of it as is shown. Times are in nanoseconds since 1970.
 *
 * @param parentId the span that caused it; null for the first of its trace
 * @param delivery the id of the delivery that it names; null where it names none
 * @param failed whether its status is an error
 * @param links what it goes on from, in other traces
 */
record TracedSpan(
        String traceId,
        String spanId,
        @Nullable String parentId,
        String service,
        String kind,
        String name,
        @Nullable String delivery,
        long begin,
        long end,
        boolean failed,
        List<Link> links) {

    /** A span of another trace. */
    record Link(String traceId, String spanId) {}

    /** How long it lasted, in nanoseconds. */
    long duration() {
        return end - begin;
    }
}
