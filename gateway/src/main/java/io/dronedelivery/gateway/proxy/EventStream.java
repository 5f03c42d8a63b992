package io.dronedelivery.gateway.proxy;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import org.jspecify.annotations.Nullable;

/**
 * The events of an answer while they are passed on. It can be ended before the service ends it; what still comes is dropped. It
 * belongs to one request, and is used on the thread of that.
 */
final class EventStream implements ReadStream<Buffer> {
    private final ReadStream<Buffer> events;
    private final Runnable leave;
    private @Nullable Handler<Void> end;
    private boolean ended;

    /**
     * @param leave tells the service that no more events are wanted
     */
    EventStream(ReadStream<Buffer> events, Runnable leave) {
        this.events = events;
        this.leave = leave;
    }

    void endEarly() {
        if (!ended) {
            end();
            leave.run();
        }
    }

    private void end() {
        if (!ended) {
            ended = true;
            if (end != null) {
                end.handle(null);
            }
        }
    }

    @Override
    public ReadStream<Buffer> handler(@Nullable Handler<Buffer> taker) {
        events.handler(taker == null ? null : unlessEnded(taker));
        return this;
    }

    @Override
    public ReadStream<Buffer> exceptionHandler(@Nullable Handler<Throwable> handler) {
        events.exceptionHandler(handler == null ? null : unlessEnded(handler));
        return this;
    }

    private <T> Handler<T> unlessEnded(Handler<T> handler) {
        return event -> {
            if (!ended) {
                handler.handle(event);
            }
        };
    }

    @Override
    public ReadStream<Buffer> endHandler(@Nullable Handler<Void> handler) {
        end = handler;
        events.endHandler(_ -> end());
        return this;
    }

    @Override
    public ReadStream<Buffer> pause() {
        events.pause();
        return this;
    }

    @Override
    public ReadStream<Buffer> resume() {
        events.resume();
        return this;
    }

    @Override
    public ReadStream<Buffer> fetch(long amount) {
        events.fetch(amount);
        return this;
    }
}
