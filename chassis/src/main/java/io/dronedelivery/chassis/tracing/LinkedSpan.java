package io.dronedelivery.chassis.tracing;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import org.jspecify.annotations.Nullable;

/**
 * A span that begins a trace of its own, with a link to the trace that it goes on from. For work that something else sets
 * off long after: as a child it would keep the first trace open for as long as that takes.
 */
public final class LinkedSpan {
    private static final LinkedSpan NONE = new LinkedSpan(Span.getInvalid());

    private final Span span;

    private LinkedSpan(Span span) {
        this.span = span;
    }

    /**
     * Begins the span.
     *
     * @param name what is done
     * @param attribute the name of what it is done to, and <code>value</code> its id
     * @param earlier the context that it goes on from; without one there is no span. What runs now, and sets it off, is linked
     *     second, if that is traced
     */
    public static LinkedSpan begin(String name, String attribute, String value, @Nullable String earlier) {
        Tracer tracer = Tracing.tracer();
        if (tracer == null || earlier == null) {
            return NONE;
        }
        return new LinkedSpan(tracer.spanBuilder(name)
                .setNoParent()
                .addLink(TraceContext.spanIn(earlier))
                .addLink(Span.current().getSpanContext()) // ignored if it is none
                .setAttribute(AttributeKey.stringKey(attribute), value)
                .startSpan());
    }

    /** The context of what it causes; null where it is not traced. */
    public @Nullable String traceparent() {
        return TraceContext.text(Context.root().with(span));
    }

    /** The work is done, or failed. */
    public void end(@Nullable Throwable failure) {
        if (failure != null) {
            span.setStatus(StatusCode.ERROR, failure.toString());
        }
        span.end();
    }
}
