package io.dronedelivery.gateway.standin;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/** A service that behaves as the header <code>Behave</code> says; usually it answers with what it was asked. */
final class StandIn implements Handler<HttpServerRequest> {
    private static final int HEARTBEAT_MILLIS = 500;
    private static final int CHUNK_BYTES = 64 << 10;

    private final String name;
    private final Vertx vertx;

    StandIn(String name, Vertx vertx) {
        this.name = name;
        this.vertx = vertx;
    }

    @Override
    public void handle(HttpServerRequest request) {
        String behave = String.valueOf(request.getHeader("Behave"));
        if (behave.equals("frozen")) {
            request.pause(); // does not even learn that the connection is closed
            return;
        }
        Observed.begin(request);
        HttpServerResponse response = request.response();
        switch (behave) {
            case "silent" -> request.resume();
            case "closing" -> request.connection().close();
            case "events" -> events(response);
            case "big" -> big(response.setChunked(true), Long.parseLong(request.getHeader("Bytes")));
            case "half" -> half(response);
            case "hop-by-hop" ->
                response.putHeader("Connection", "keep-alive, X-Hop")
                        .putHeader("X-Hop", "1")
                        .putHeader("Keep-Alive", "timeout=5")
                        .putHeader("Proxy-Authenticate", "Basic")
                        .putHeader("Trailer", "X-Later")
                        .putHeader("Upgrade", "h2c")
                        .putHeader("Server", "secret/1.0")
                        .putHeader("X-Powered-By", "secret")
                        .putHeader("RateLimit", "\"inner\";r=1;t=1")
                        .putHeader("X-Request-Id", "inner")
                        .putHeader("Access-Control-Allow-Origin", "*")
                        .putHeader("Set-Cookie", "a=b")
                        .putHeader("X-Kept", "1")
                        .putHeader("Location", "/here")
                        .end("done");
            case "count" -> count(request);
            case "accepted" -> accepted(response);
            case "bad-reason" -> badReason(response);
            case "endless" -> big(response.setStatusCode(202).setChunked(true), 1L << 30);
            default -> echo(request);
        }
    }

    private void echo(HttpServerRequest request) {
        request.body().onSuccess(body -> {
            JsonObject headers = new JsonObject();
            request.headers()
                    .names()
                    .forEach(header -> headers.put(
                            header.toLowerCase(Locale.ROOT),
                            String.join(", ", request.headers().getAll(header))));
            JsonObject seen = new JsonObject()
                    .put("service", name)
                    .put("method", request.method().name())
                    .put("uri", request.uri())
                    .put("headers", headers)
                    .put("body", body.toString());
            request.response().putHeader("Content-Type", "application/json").end(seen.toBuffer());
        });
    }

    private static void accepted(HttpServerResponse response) {
        String self = "http://localhost:8080/api/v2/deliveries/d1";
        response.setStatusCode(202)
                .putHeader("Content-Type", "application/json")
                .putHeader("Location", self)
                .end("{\"deliveryId\":\"d1\",\"links\":{\"self\":\"%s\",\"timeline\":\"%s/timeline\"}}"
                        .formatted(self, self));
    }

    private static void badReason(HttpServerResponse response) {
        response.setStatusCode(400)
                .putHeader("Content-Type", "application/problem+json")
                .end("{\"status\":400,\"detail\":\"/reason: must be a text\","
                        + "\"errors\":[{\"field\":\"/reason\",\"message\":\"must be a text\"}]}");
    }

    /** As many bytes as came. */
    private static void count(HttpServerRequest request) {
        AtomicLong bytes = new AtomicLong();
        request.handler(part -> bytes.addAndGet(part.length()))
                .endHandler(_ -> request.response().end(String.valueOf(bytes)));
    }

    private void events(HttpServerResponse response) {
        response.setChunked(true).putHeader("Content-Type", "text/event-stream").write(": hello\n\n");
        long heart = vertx.setPeriodic(HEARTBEAT_MILLIS, _ -> response.write(": still here\n\n"));
        response.closeHandler(_ -> vertx.cancelTimer(heart));
    }

    /** So much, as fast as it is taken. */
    private static void big(HttpServerResponse response, long left) {
        long rest = left;
        while (rest > 0 && !response.writeQueueFull()) {
            int next = (int) Math.min(rest, CHUNK_BYTES);
            response.write(Buffer.buffer(new byte[next]));
            Observed.write(next);
            rest -= next;
        }
        long remaining = rest;
        if (remaining == 0) {
            response.end();
        } else {
            response.drainHandler(_ -> big(response, remaining));
        }
    }

    /** Half of what was announced, in chunks or not. */
    private void half(HttpServerResponse response) {
        response.putHeader("Content-Length", "1000");
        response.write("x".repeat(500));
        vertx.setTimer(100, _ -> response.reset());
    }
}
