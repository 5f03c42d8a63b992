package io.dronedelivery.local.trace;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.protobuf.InvalidProtocolBufferException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.dronedelivery.contracts.Json;
import io.dronedelivery.local.project.Endpoints;
import io.dronedelivery.local.project.UserError;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.util.Map;

/**
 * Receives the spans of an observed system, by the OpenTelemetry Protocol over HTTP with binary protobuf, and tells those of
 * one delivery as JSON. It listens on loopback, in the process of the runtime, and keeps what {@link TraceStore} has room for.
 */
public final class TraceReceiver implements AutoCloseable {
    /** What makes a service export every trace to the receiver: variables of its environment. */
    public static final Map<String, String> SETTINGS = Map.of(
            "QUARKUS_OTEL_SDK_DISABLED", "false",
            "QUARKUS_OTEL_TRACES_SAMPLER_ARG", "1",
            "QUARKUS_OTEL_EXPORTER_OTLP_ENDPOINT", Endpoints.traces().toString(),
            "QUARKUS_OTEL_BSP_SCHEDULE_DELAY", "500ms");

    static final String EXPORT = "/v1/traces"; // the path that the protocol prescribes
    private static final String DELIVERIES = "/deliveries/";

    private static final int REQUEST_BYTES_MAX = 8 << 20;
    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;
    private static final int TOO_LARGE = 413;

    private final TraceStore store = new TraceStore(TraceStore.SPANS_MAX);
    private final HttpServer server;

    private TraceReceiver(int port) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext(EXPORT, this::receive);
        server.createContext(DELIVERIES, this::tell);
        server.start();
    }

    /**
     * Starts to receive at the port that {@link #SETTINGS} name.
     *
     * @throws UserError if another program has the port
     */
    public static TraceReceiver start() {
        return start(Endpoints.TRACES_PORT);
    }

    /** Starts to receive at a port; at any free one if it is 0. */
    static TraceReceiver start(int port) {
        try {
            return new TraceReceiver(port);
        } catch (IOException taken) {
            throw new UserError(
                    "port " + port + ", which receives the traces, is taken by another program: end that first ("
                            + taken.getMessage() + ")");
        }
    }

    /** Where the spans of a delivery are. What is no id of a delivery has none. */
    static URI of(URI receiver, String deliveryId) {
        return receiver.resolve(DELIVERIES + URLEncoder.encode(deliveryId, UTF_8));
    }

    int port() {
        return server.getAddress().getPort();
    }

    private void receive(HttpExchange exchange) throws IOException {
        byte[] request = exchange.getRequestBody().readNBytes(REQUEST_BYTES_MAX + 1);
        if (request.length > REQUEST_BYTES_MAX) {
            answer(exchange, TOO_LARGE, "text/plain", "too large".getBytes(UTF_8));
            return;
        }
        try {
            store.add(OtlpSpans.read(request));
            answer(exchange, OK, "application/x-protobuf", new byte[0]); // an ExportTraceServiceResponse without fields
        } catch (InvalidProtocolBufferException malformed) {
            answer(
                    exchange,
                    BAD_REQUEST,
                    "text/plain",
                    String.valueOf(malformed.getMessage()).getBytes(UTF_8));
        }
    }

    private void tell(HttpExchange exchange) throws IOException {
        String deliveryId = exchange.getRequestURI().getPath().substring(DELIVERIES.length());
        answer(exchange, OK, "application/json", Json.bytes(store.about(deliveryId)));
    }

    private static void answer(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            if (body.length > 0) {
                exchange.getResponseBody().write(body);
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
