package io.dronedelivery.simulator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.dronedelivery.contracts.Json;
import io.dronedelivery.contracts.drone.DroneTelemetry;
import io.dronedelivery.contracts.drone.Fleet.Order;
import io.dronedelivery.contracts.drone.Fleet.TelemetryAnswer;
import io.dronedelivery.contracts.drone.Fleet.TelemetryBatch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A telemetry API on a real socket, which asks for each drone's token and can be told to fail. */
final class FakeTelemetryApi implements AutoCloseable {
    static final int OK = 200;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;

    /** The samples of every post, whatever was answered. */
    final List<List<DroneTelemetry>> posts = new CopyOnWriteArrayList<>();
    /** The samples that were answered 200. */
    final List<DroneTelemetry> stored = new CopyOnWriteArrayList<>();
    /** Drones that get no answer while they are in here. */
    final Set<String> unanswered = ConcurrentHashMap.newKeySet();

    volatile int status = OK;
    volatile String retryAfter = "";
    volatile List<Order> orders = List.of();
    /** What is appended to a drone's id in a token that is valid. */
    volatile String tokenSuffix;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;

    FakeTelemetryApi(String tokenSuffix) {
        this.tokenSuffix = tokenSuffix;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        server.setExecutor(threads);
        server.createContext("/telemetry", this::answer);
        server.start();
    }

    URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/");
    }

    /** Every sample of every post, whatever was answered. */
    List<DroneTelemetry> seen() {
        return posts.stream().flatMap(List::stream).toList();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            List<DroneTelemetry> samples = Json.read(exchange.getRequestBody().readAllBytes(), TelemetryBatch.class)
                    .samples();
            posts.add(samples);
            String droneId = samples.getFirst().droneId();
            while (unanswered.contains(droneId)) {
                LockSupport.parkNanos(1_000_000);
            }
            int answered = status(exchange, samples);
            if (answered == OK) {
                stored.addAll(samples);
            }
            if (!retryAfter.isEmpty()) {
                exchange.getResponseHeaders().set("Retry-After", retryAfter);
            }
            byte[] body = Json.bytes(new TelemetryAnswer(orders, List.of(), List.of()));
            exchange.sendResponseHeaders(answered, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private int status(HttpExchange exchange, List<DroneTelemetry> samples) {
        String token = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
        if (!token.startsWith("Bearer ") || !token.endsWith(tokenSuffix)) {
            return UNAUTHORIZED;
        }
        String subject = token.substring("Bearer ".length(), token.length() - tokenSuffix.length());
        boolean alone = samples.stream().map(DroneTelemetry::droneId).allMatch(subject::equals);
        return alone ? status : FORBIDDEN;
    }

    /** The tokens of those drones that are valid under that suffix, as the content of a token file. */
    static String tokens(Collection<String> droneIds, String suffix) {
        return Json.text(droneIds.stream().collect(Collectors.toMap(Function.identity(), droneId -> droneId + suffix)));
    }

    @Override
    public void close() {
        unanswered.clear();
        server.stop(0);
        threads.shutdownNow();
    }
}
