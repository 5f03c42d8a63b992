package io.dronedelivery.ingestion;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.dronedelivery.contracts.Json;
import io.dronedelivery.contracts.delivery.DeliveryStatus;
import io.dronedelivery.contracts.delivery.DeliveryView;
import io.dronedelivery.contracts.delivery.KeyUse;
import io.dronedelivery.testing.Orders;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * An HTTP server that stands for the service delivery: it knows a few deliveries of the account "ann", and no key that was
 * used. What is PUT to a path is what it answers there from then on; where that is empty, nothing.
 */
public final class DeliveryStandIn implements QuarkusTestResourceLifecycleManager {
    static final String SCHEDULED = "00000000-0000-4000-8000-000000000001";
    static final String PICKED_UP = "00000000-0000-4000-8000-000000000002";
    static final String ENDED = "00000000-0000-4000-8000-000000000003";
    /** It never answers about this one. */
    static final String HANGING = "00000000-0000-4000-8000-000000000004";

    static final String UNKNOWN = "00000000-0000-4000-8000-000000000005";

    private static final Map<String, DeliveryStatus> STATUS = Map.of(
            SCHEDULED, DeliveryStatus.SCHEDULED, PICKED_UP, DeliveryStatus.PICKED_UP, ENDED, DeliveryStatus.COMPLETED);
    private static final byte[] NOT_FOUND =
            "{\"type\": \"urn:x\", \"title\": \"t\", \"status\": 404, \"detail\": \"d\", \"code\": \"NOT_FOUND\"}"
                    .getBytes(UTF_8);

    private final Map<String, byte[]> answers = new ConcurrentHashMap<>();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server = server();

    @Override
    public Map<String, String> start() {
        server.createContext("/deliveries/", this::answer);
        server.setExecutor(threads);
        server.start();
        return Map.of(
                "services.delivery.url",
                "http://localhost:" + server.getAddress().getPort());
    }

    @Override
    public void stop() {
        stopped.countDown();
        server.stop(0);
        threads.close();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (exchange.getRequestMethod().equals("PUT")) {
            answers.put(path, exchange.getRequestBody().readAllBytes());
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        } else {
            answer(exchange, answers.getOrDefault(path, usual(path.split("/")[2])));
        }
    }

    private void answer(HttpExchange exchange, byte[] body) throws IOException {
        if (body.length == 0) {
            hang();
        }
        boolean unknown = Arrays.equals(body, NOT_FOUND);
        String type = unknown ? "application/problem+json" : "application/json";
        exchange.getResponseHeaders().add("Content-Type", type);
        exchange.sendResponseHeaders(unknown ? 404 : 200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static byte[] usual(String deliveryId) {
        DeliveryStatus status = STATUS.get(deliveryId);
        return deliveryId.equals(HANGING)
                ? new byte[0]
                : status == null ? NOT_FOUND : Json.bytes(new KeyUse(view(deliveryId, status), null));
    }

    private void hang() {
        try {
            stopped.await();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    static DeliveryView view(String deliveryId, DeliveryStatus status) {
        Instant now = Instant.now();
        return new DeliveryView(
                deliveryId,
                "ann",
                status,
                2,
                1,
                Orders.order(now),
                now,
                now,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of());
    }

    private static HttpServer server() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
