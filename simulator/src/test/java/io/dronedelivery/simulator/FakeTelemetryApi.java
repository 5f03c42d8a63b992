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
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A telemetry API on a real socket, which can be told to fail. */
final class FakeTelemetryApi implements AutoCloseable {
    static final int OK = 200;

    /** Every sample of every post, whatever was answered. */
    final List<DroneTelemetry> seen = new CopyOnWriteArrayList<>();
    /** The samples that were answered 200. */
    final List<DroneTelemetry> stored = new CopyOnWriteArrayList<>();

    volatile int status = OK;
    volatile List<Order> orders = List.of();

    private final HttpServer server;

    FakeTelemetryApi() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        server.createContext("/telemetry", this::answer);
        server.start();
    }

    URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/");
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            List<DroneTelemetry> samples = Json.read(exchange.getRequestBody().readAllBytes(), TelemetryBatch.class)
                    .samples();
            seen.addAll(samples);
            int answered = status;
            if (answered == OK) {
                stored.addAll(samples);
            }
            byte[] body = Json.bytes(new TelemetryAnswer(orders, List.of(), List.of()));
            exchange.sendResponseHeaders(answered, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
