package io.dronedelivery.chassis.http;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.impl.HttpServerRequestInternal;
import io.vertx.core.http.impl.HttpServerRequestWrapper;
import org.jspecify.annotations.Nullable;

/** A request whose body is read already, handed out to Quarkus REST as if it came in just now. */
final class ReadRequest extends HttpServerRequestWrapper {
    private final Buffer body;
    private @Nullable Handler<Buffer> partHandler;
    private @Nullable Handler<Void> endHandler;
    private boolean paused;
    private boolean delivered;
    private boolean ended;

    ReadRequest(HttpServerRequest request, Buffer body) {
        super((HttpServerRequestInternal) request);
        this.body = body;
    }

    @Override
    public HttpServerRequest handler(@Nullable Handler<Buffer> handler) {
        partHandler = handler;
        return this;
    }

    @Override
    public HttpServerRequest endHandler(@Nullable Handler<Void> handler) {
        endHandler = handler;
        return deliver();
    }

    @Override
    public HttpServerRequest pause() {
        paused = true;
        return this;
    }

    @Override
    public HttpServerRequest resume() {
        paused = false;
        return deliver();
    }

    @Override
    public HttpServerRequest fetch(long amount) {
        return resume();
    }

    @Override
    public boolean isEnded() {
        return ended;
    }

    /** The body, then the end: whoever gets the body may pause, and have others take over from there. */
    private HttpServerRequest deliver() {
        if (!paused && !delivered && endHandler != null) {
            delivered = true;
            if (partHandler != null && body.length() > 0) {
                partHandler.handle(body);
            }
        }
        if (!paused && !ended && endHandler != null) {
            ended = true;
            endHandler.handle(null);
        }
        return this;
    }
}
