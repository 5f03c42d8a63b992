package io.dronedelivery.gateway.proxy;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyResponse;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The streams of events that are passed on. Each ends a moment after the gateway was told to stop, as if the service had ended it.
 * By then no new request is sent to this instance, so a client that resumes its stream reaches another.
 */
@Singleton
class EventStreams {
    private static final Duration NOTICE = Duration.ofSeconds(1); // the gateway answers for two

    private final Vertx vertx;
    private final Map<EventStream, Context> open = new ConcurrentHashMap<>();

    EventStreams(Vertx vertx) {
        this.vertx = vertx;
    }

    void begin(@Observes ShutdownDelayInitiatedEvent stop) {
        vertx.setTimer(NOTICE.toMillis(), _ -> endAll());
    }

    void endAll() {
        open.forEach((stream, context) -> context.runOnContext(_ -> stream.endEarly()));
    }

    static boolean isOne(ProxyResponse answer) {
        String type = answer.headers().get(HttpHeaders.CONTENT_TYPE);
        return type != null && type.startsWith(MediaType.SERVER_SENT_EVENTS);
    }

    /**
     * Takes over the body of an answer that is one.
     *
     * @param leave tells the service that no more events are wanted
     * @return what to run once it has ended, however it did
     */
    Runnable opened(ProxyResponse answer, Runnable leave) {
        EventStream stream = new EventStream(answer.getBody().stream(), leave);
        answer.setBody(Body.body(stream));
        open.put(stream, vertx.getOrCreateContext());
        return () -> open.remove(stream);
    }
}
