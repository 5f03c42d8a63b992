package io.dronedelivery.chassis.http;

import io.dronedelivery.chassis.failure.Problems;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A request's body while it comes in. Once it is read, the request is served. As soon as it is over the limit it is answered
 * with 413. What still comes is dropped, so that the client gets to read the answer. When that is too much, or takes too
 * long, the connection is closed.
 */
final class RequestBody {
    private static final int DROPPED_MAX = 10; // times the limit
    private static final Duration DROPPING_MAX = Duration.ofSeconds(10);
    private static final Duration LINGERING =
            Duration.ofSeconds(1); // an answer is lost with a connection that is reset
    private static final String CONTINUE = "100-continue";

    private final RoutingContext exchange;
    private final HttpServerRequest request;
    private final long bytesMax;
    private final ProblemAnswers answers;
    private final Handler<HttpServerRequest> served;
    private final Buffer collected = Buffer.buffer();
    private long bytes;
    private @Nullable Long closing;

    /**
     * @param served takes the request once it is read
     */
    RequestBody(RoutingContext exchange, long bytesMax, ProblemAnswers answers, Handler<HttpServerRequest> served) {
        this.exchange = exchange;
        this.answers = answers;
        this.served = served;
        this.request = exchange.request();
        this.bytesMax = bytesMax;
    }

    void receive() {
        if (!announced() || request.isEnded()) {
            exchange.next();
            return;
        }
        request.exceptionHandler(_ -> stopClosing()).handler(this::take).endHandler(_ -> end());
        if (length() > bytesMax) {
            refuse();
        } else if (expectsContinue()) {
            request.headers().remove(HttpHeaders.EXPECT); // it is answered here, once
            request.response().writeContinue();
        }
        request.resume();
    }

    private boolean announced() {
        return request.headers().contains(HttpHeaders.CONTENT_LENGTH)
                || request.headers().contains(HttpHeaders.TRANSFER_ENCODING);
    }

    private void take(Buffer part) {
        bytes += part.length();
        if (closing == null && bytes <= bytesMax) {
            collected.appendBuffer(part);
        } else if (closing == null) {
            refuse();
        } else if (bytes > DROPPED_MAX * bytesMax) {
            request.pause();
            closeIn(LINGERING);
        }
    }

    private void end() {
        if (closing == null) {
            served.handle(new ReadRequest(request, collected));
        } else {
            stopClosing();
            if (saysClose()) {
                close();
            }
        }
    }

    private void refuse() {
        HttpServerResponse response = request.response();
        if (saysClose()) {
            response.putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        }
        closeIn(DROPPING_MAX);
        answers.send(response, Problems.tooLarge(bytesMax));
    }

    /** Whoever asks first may send no body after this answer, so that the next request could not be told from it. */
    private boolean saysClose() {
        return expectsContinue() || length() > DROPPED_MAX * bytesMax;
    }

    private void closeIn(Duration time) {
        stopClosing();
        closing = exchange.vertx().setTimer(time.toMillis(), _ -> close());
    }

    private void close() {
        stopClosing();
        request.connection().close();
    }

    private void stopClosing() {
        if (closing != null) {
            exchange.vertx().cancelTimer(closing);
        }
    }

    private boolean expectsContinue() {
        return request.version() != HttpVersion.HTTP_1_0
                && CONTINUE.equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT));
    }

    /** The announced length; 0 where none is. */
    private long length() {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length != null && length.matches("\\d{1,18}") ? Long.parseLong(length) : 0;
    }
}
