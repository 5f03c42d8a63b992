package io.dronedelivery.chassis.tracing;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.quarkus.opentelemetry.runtime.QuarkusContextStorage;
import io.smallrye.common.vertx.VertxContext;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The trace context of what runs now, as text: in the headers of requests and records, and in the rows that stand for work
 * to be done later. The text is the <code>traceparent</code> of W3C Trace Context, section 3.2; its
 * <code>tracestate</code> is not kept.
 */
public final class TraceContext {
    /** The name of the header. */
    public static final String HEADER = "traceparent";

    private static final TextMapGetter<String> READER = new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(String traceparent) {
            return Set.of(HEADER);
        }

        @Override
        public @Nullable String get(@Nullable String traceparent, String key) {
            return key.equals(HEADER) ? traceparent : null;
        }
    };

    private TraceContext() {}

    /** The context of the span that runs now; null while nothing is traced. */
    public static @Nullable String current() {
        return Tracing.tracer() == null ? null : text(Context.current());
    }

    /** Whether what runs now belongs to a trace that is recorded. */
    public static boolean isRecorded() {
        return Tracing.tracer() != null && Span.current().getSpanContext().isSampled();
    }

    /**
     * Lets a Vert.x context go on with the trace of what runs now.
     *
     * @param other a duplicated context
     */
    public static void carryTo(io.vertx.core.Context other) {
        if (Tracing.tracer() != null) {
            attach(other, Context.current());
        }
    }

    /** The context with that span; null where it is the context of none. */
    static @Nullable String text(Context context) {
        if (!Span.fromContext(context).getSpanContext().isValid()) {
            return null;
        }
        Map<String, String> headers = new HashMap<>();
        W3CTraceContextPropagator.getInstance().inject(context, headers, (all, name, value) -> all.put(name, value));
        return headers.get(HEADER);
    }

    /** The context that a text says; the root context where it says none, or is no such text. */
    static Context read(@Nullable String traceparent) {
        return traceparent == null
                ? Context.root()
                : W3CTraceContextPropagator.getInstance().extract(Context.root(), traceparent, READER);
    }

    /** The span that a text says; an invalid one where it says none. */
    static SpanContext spanIn(@Nullable String traceparent) {
        return Span.fromContext(read(traceparent)).getSpanContext();
    }

    /** For as long as the Vert.x context is used. One that is not duplicated belongs to nobody's trace. */
    static void attach(io.vertx.core.@Nullable Context vertxContext, Context context) {
        if (vertxContext != null && VertxContext.isDuplicatedContext(vertxContext)) {
            QuarkusContextStorage.INSTANCE.attach(vertxContext, context);
        }
    }
}
