package io.dronedelivery.gateway.proxy;

import io.dronedelivery.chassis.failure.Problems;
import io.dronedelivery.contracts.Problem;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.streams.ReadStream;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A request's body while it is passed on. It fails as soon as it is over the limit, or takes too long; what still comes is
 * dropped. It belongs to one request, and is used on the thread of that.
 */
final class StreamedBody implements ReadStream<Buffer> {
    private final HttpServerRequest request;
    private final Vertx vertx;
    private final long bytesMax;
    private final long deadline;
    private final Runnable whole;
    private final Supplier<Problem> late;
    private @Nullable Handler<Throwable> failed;
    private @Nullable Problem refusal;
    private long bytes;
    private boolean waiting;

    /**
     * @param late what to tell when the service does not take it in time
     * @param whole runs once all of it is passed on
     */
    StreamedBody(
            HttpServerRequest request,
            Vertx vertx,
            long bytesMax,
            Duration time,
            Supplier<Problem> late,
            Runnable whole) {
        this.request = request;
        this.vertx = vertx;
        this.bytesMax = bytesMax;
        this.whole = whole;
        this.late = late;
        this.deadline = vertx.setTimer(time.toMillis(), _ -> late());
    }

    /** Why it was not passed on to its end, if it was not. */
    Optional<Problem> refusal() {
        return Optional.ofNullable(refusal);
    }

    /** It is of no more interest. */
    void stop() {
        vertx.cancelTimer(deadline);
    }

    private void late() {
        refuse(
                waiting
                        ? late.get()
                        : Problems.of(408, "REQUEST_TIMEOUT", "The body came too slowly. Send the request again."));
    }

    private void refuse(Problem problem) {
        stop();
        refusal = problem;
        if (failed != null) {
            failed.handle(new BodyRefused());
        }
    }

    private void take(Buffer part, Handler<Buffer> taker) {
        bytes += part.length();
        if (refusal == null && bytes > bytesMax) {
            refuse(Problems.tooLarge(bytesMax));
        } else if (refusal == null) {
            taker.handle(part);
        }
    }

    @Override
    public ReadStream<Buffer> handler(@Nullable Handler<Buffer> taker) {
        request.handler(taker == null ? null : part -> take(part, taker));
        return this;
    }

    @Override
    public ReadStream<Buffer> exceptionHandler(@Nullable Handler<Throwable> handler) {
        failed = handler;
        request.exceptionHandler(handler);
        return this;
    }

    @Override
    public ReadStream<Buffer> endHandler(@Nullable Handler<Void> handler) {
        request.endHandler(
                handler == null
                        ? null
                        : _ -> {
                            stop();
                            if (refusal == null) {
                                handler.handle(null);
                                whole.run();
                            }
                        });
        return this;
    }

    @Override
    public ReadStream<Buffer> pause() {
        waiting = true;
        request.pause();
        return this;
    }

    @Override
    public ReadStream<Buffer> resume() {
        waiting = false;
        request.resume();
        return this;
    }

    @Override
    public ReadStream<Buffer> fetch(long amount) {
        waiting = false;
        request.fetch(amount);
        return this;
    }
}
