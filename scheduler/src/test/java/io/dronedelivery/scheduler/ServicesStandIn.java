package io.dronedelivery.scheduler;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One HTTP server that stands for every service the scheduler calls. What it answers is told to it, path by path. */
public final class ServicesStandIn implements QuarkusTestResourceLifecycleManager {

    /** An answer; no status means none at all. */
    record Reply(@Nullable Integer status, String type, String body, Duration retryAfter) {
        static final Reply NOTHING = new Reply(null, "", "");
        static final Reply DONE = new Reply(204, "", "");

        Reply(@Nullable Integer status, String type, String body) {
            this(status, type, body, Duration.ZERO);
        }

        static Reply busy(Duration retryAfter) {
            return new Reply(429, "text/plain", "busy", retryAfter);
        }

        static Reply ok(String json) {
            return new Reply(200, "application/json", json);
        }

        static Reply refused(int status, String code) {
            return new Reply(
                    status,
                    "application/problem+json",
                    "{\"type\": \"urn:t\", \"title\": \"t\", \"status\": %d, \"detail\": \"no: %s\", \"code\": \"%s\"}"
                            .formatted(status, code, code));
        }
    }

    /** A call that came. */
    record Call(String path, String body, Instant at) {}

    private static final Map<String, Queue<Reply>> REPLIES = new ConcurrentHashMap<>();
    private static final Queue<Call> CALLS = new ConcurrentLinkedQueue<>();

    private final CountDownLatch stopped = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server = server();

    /** The answers to a path, one after the other; the last one stays; with none, it is unknown. */
    static void answer(String path, Reply... replies) {
        REPLIES.put(path, new ConcurrentLinkedQueue<>(List.of(replies)));
    }

    /** The calls that came for a delivery, in order. */
    static List<Call> calls(String deliveryId) {
        return CALLS.stream().filter(call -> call.path().contains(deliveryId)).toList();
    }

    /** The calls that came for a path, in order. */
    static List<Call> callsOf(String path) {
        return CALLS.stream().filter(call -> call.path().equals(path)).toList();
    }

    @Override
    public Map<String, String> start() {
        server.createContext("/", this::serve);
        server.setExecutor(threads);
        server.start();
        String url = "http://localhost:" + server.getAddress().getPort();
        Map<String, String> settings = Stream.of("delivery", "accounting", "packaging", "drone", "transport")
                .collect(Collectors.toMap(name -> "services." + name + ".url", _ -> url));
        settings.put("calls.of.accounting.open-for", "5s"); // time enough to look at
        return settings;
    }

    @Override
    public void stop() {
        stopped.countDown();
        server.stop(0);
        threads.close();
    }

    private void serve(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        CALLS.add(new Call(path, new String(exchange.getRequestBody().readAllBytes(), UTF_8), Instant.now()));
        Reply reply = next(path);
        if (reply.status() == null) {
            hang();
        } else {
            byte[] body = reply.body().getBytes(UTF_8);
            if (!reply.type().isEmpty()) {
                exchange.getResponseHeaders().add("Content-Type", reply.type());
            }
            if (!reply.retryAfter().isZero()) {
                exchange.getResponseHeaders()
                        .add("Retry-After", String.valueOf(reply.retryAfter().toSeconds()));
            }
            exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    private static Reply next(String path) {
        Queue<Reply> replies = REPLIES.getOrDefault(path, new ConcurrentLinkedQueue<>());
        Reply next = replies.size() > 1 ? replies.poll() : replies.peek();
        return next == null ? new Reply(404, "text/plain", "nothing said of " + path) : next;
    }

    private void hang() {
        try {
            stopped.await();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private static HttpServer server() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
