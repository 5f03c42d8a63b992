package io.dronedelivery.local.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.dronedelivery.contracts.Json;
import io.dronedelivery.contracts.Money;
import io.dronedelivery.contracts.Parcel;
import io.dronedelivery.contracts.Position;
import io.dronedelivery.contracts.delivery.Assignment;
import io.dronedelivery.contracts.delivery.Cause;
import io.dronedelivery.contracts.delivery.DeliveryEvent;
import io.dronedelivery.contracts.delivery.DeliveryEvent.Header;
import io.dronedelivery.contracts.delivery.DeliveryStatus;
import io.dronedelivery.contracts.delivery.DeliveryView;
import io.dronedelivery.contracts.ingestion.DeliveryAccepted;
import io.dronedelivery.contracts.ingestion.DeliveryOrder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A public API on a real socket: a delivery goes a stage further each time it is looked at. */
final class FakeSystem implements AutoCloseable {
    private static final String PATH = "/api/v2/deliveries";
    private static final Instant REQUESTED = Instant.parse("2026-06-01T08:00:00Z");
    private static final Assignment BY_DRONE = new Assignment(
            Assignment.Means.DRONE, "oerlikon-light-1", null, 18.0, REQUESTED, REQUESTED.plusSeconds(300));
    private static final Money PRICE = new Money(1_234, "EUR");
    private static final List<DeliveryStatus> STAGES = List.of(
            DeliveryStatus.PENDING, DeliveryStatus.SCHEDULED, DeliveryStatus.PICKED_UP, DeliveryStatus.COMPLETED);

    /** How many requests are answered 503 before the next is served. */
    final AtomicInteger failures = new AtomicInteger();

    volatile DeliveryStatus end = DeliveryStatus.COMPLETED;

    private final Map<String, String> idsByKey = new ConcurrentHashMap<>();
    private final Map<String, Integer> looks = new ConcurrentHashMap<>();
    private final HttpServer server;

    FakeSystem() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        server.createContext(PATH, this::serve);
        server.start();
    }

    URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + PATH);
    }

    int ordered() {
        return idsByKey.size();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath().substring(PATH.length());
            if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                exchange.sendResponseHeaders(503, -1);
            } else if (exchange.getRequestMethod().equals("POST")) {
                answer(exchange, 202, accepted(exchange.getRequestHeaders().getFirst("Idempotency-Key")));
            } else if (path.endsWith("/timeline")) {
                answer(exchange, 200, timeline(path.split("/")[1]));
            } else {
                look(exchange, path.substring(1));
            }
        }
    }

    private DeliveryAccepted accepted(String key) {
        String id = idsByKey.computeIfAbsent(key, _ -> "delivery-" + idsByKey.size());
        URI self = URI.create(PATH + "/" + id);
        return new DeliveryAccepted(
                id, "r-" + id, DeliveryStatus.PENDING, new DeliveryAccepted.Links(self, self, self));
    }

    /** The first look comes before the delivery is known. */
    private void look(HttpExchange exchange, String id) throws IOException {
        int look = looks.merge(id, 1, Integer::sum);
        if (look == 1) {
            exchange.sendResponseHeaders(404, -1);
        } else {
            answer(exchange, 200, view(id, status(Math.min(look - 2, STAGES.size() - 1))));
        }
    }

    private DeliveryStatus status(int stage) {
        DeliveryStatus status = STAGES.get(stage);
        return status.terminal() ? end : status;
    }

    private static DeliveryView view(String id, DeliveryStatus status) {
        return new DeliveryView(
                id, "demo", status, 1, 1, order(), REQUESTED, REQUESTED, BY_DRONE, PRICE, null, null, null, null,
                List.of());
    }

    private static DeliveryOrder order() {
        DeliveryOrder.Stop stop = new DeliveryOrder.Stop(new Position(47.4, 8.5), null, null, null);
        Parcel parcel = new Parcel(Parcel.Size.SMALL, 500, null);
        Instant deadline = REQUESTED.plusSeconds(7_200);
        return new DeliveryOrder(stop, stop, REQUESTED, deadline, parcel, false, DeliveryOrder.Confirmation.NONE, null);
    }

    private static DeliveryView.Timeline timeline(String id) {
        return new DeliveryView.Timeline(
                id,
                List.of(
                        new DeliveryEvent.DeliveryRequested(header(id, DeliveryStatus.PENDING, 0), "r1", order()),
                        new DeliveryEvent.DeliveryCreated(
                                header(id, DeliveryStatus.SCHEDULED, 1), "r1", order(), BY_DRONE, PRICE),
                        new DeliveryEvent.DeliveryPickedUp(header(id, DeliveryStatus.PICKED_UP, 61)),
                        new DeliveryEvent.DeliveryCompleted(header(id, DeliveryStatus.COMPLETED, 122))));
    }

    private static Header header(String id, DeliveryStatus status, int seconds) {
        Cause cause = Cause.of(Cause.Source.REQUEST, "r1", "test");
        return new Header(id, status.ordinal() + 1, "demo", 1, status, REQUESTED.plusSeconds(seconds), cause);
    }

    private static void answer(HttpExchange exchange, int status, Object body) throws IOException {
        byte[] bytes = Json.bytes(body);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
