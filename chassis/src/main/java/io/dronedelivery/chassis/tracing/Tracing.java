package io.dronedelivery.chassis.tracing;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Tracer;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Whether this service traces, and with what. While it does not, nothing in this package does anything: the SDK that is
 * disabled would still make spans, which nobody exports.
 */
@Singleton
final class Tracing {
    private static final String SCOPE = "io.dronedelivery.chassis";

    private static volatile @Nullable Tracer tracer;

    /** Before the first record is consumed. */
    void start(
            @Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent started,
            OpenTelemetry openTelemetry,
            @ConfigProperty(name = "quarkus.otel.sdk.disabled") boolean disabled) {
        use(disabled ? null : openTelemetry);
    }

    /** Traces with it from now on; not at all with none. */
    static void use(@Nullable OpenTelemetry openTelemetry) {
        tracer = openTelemetry == null ? null : openTelemetry.getTracer(SCOPE);
    }

    /** What opens spans; null while nothing is traced. */
    static @Nullable Tracer tracer() {
        return tracer;
    }
}
