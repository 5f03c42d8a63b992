package io.dronedelivery.chassis.http;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.resteasy.reactive.server.handlers.PublisherResponseHandler;

/**
 * Clients that go away before they have their answer: no error of ours, so they are counted (metric
 * <code>http.clients.gone</code>), not logged.
 */
@Singleton
class ClientDisconnects {
    /** Who writes server-sent events; what can't be sent is an error to it. Kept here, else the filter is lost with it. */
    private static final Logger EVENTS = Logger.getLogger(PublisherResponseHandler.class.getName());

    private final Counter gone;

    ClientDisconnects(MeterRegistry meters) {
        this.gone = Counter.builder("http.clients.gone")
                .description("Requests whose client went away before it had the whole answer")
                .register(meters);
    }

    void quieten(@Observes StartupEvent start) {
        EVENTS.setFilter(this::isNews);
    }

    private boolean isNews(LogRecord line) {
        Throwable thrown = line.getThrown();
        return thrown == null || !counted(connectionLost(thrown));
    }

    /** Whether that failed because the client is gone; counted then. */
    boolean isDisconnect(Throwable failure, RoutingContext exchange) {
        return counted(connectionLost(failure) && !connected(exchange));
    }

    private boolean counted(boolean one) {
        if (one) {
            gone.increment();
        }
        return one;
    }

    private static boolean connected(RoutingContext exchange) {
        return !(exchange.request().connection() instanceof ConnectionBase connection)
                || connection.channel().isActive();
    }

    private static boolean connectionLost(Throwable failure) {
        return failure instanceof IOException || failure instanceof HttpClosedException;
    }
}
