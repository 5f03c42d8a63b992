package io.dronedelivery.chassis.tracing;

import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import org.jboss.logging.MDC;

/** What the lines of a log tell besides their text, for logs that are written as JSON. OpenTelemetry adds the trace's. */
public final class LogFields {
    private static final String DELIVERY = "delivery";

    private LogFields() {}

    /** What goes on in the current Vert.x context is about this delivery. Outside of such a context nothing is noted. */
    public static void delivery(String deliveryId) {
        Context current = Vertx.currentContext();
        if (current != null && VertxContext.isDuplicatedContext(current)) {
            MDC.put(DELIVERY, deliveryId);
        }
    }
}
