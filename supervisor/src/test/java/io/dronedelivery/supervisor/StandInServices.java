package io.dronedelivery.supervisor;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.dronedelivery.chassis.failure.Problems;
import io.dronedelivery.contracts.Json;
import io.dronedelivery.contracts.Refusal;
import io.dronedelivery.contracts.delivery.Attempts.Closed;
import io.dronedelivery.contracts.delivery.Attempts.Closure;
import io.dronedelivery.contracts.delivery.Attempts.Remedy;
import io.dronedelivery.contracts.delivery.DeliveryView;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One real HTTP server in place of all the other services: it remembers what it was asked. */
public final class StandInServices implements QuarkusTestResourceLifecycleManager {
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private final Map<String, Closed> closures = new ConcurrentHashMap<>();
    private final Map<String, Refusal> refused = new ConcurrentHashMap<>();
    private final Set<String> pickedUp = ConcurrentHashMap.newKeySet();
    private final Map<String, DeliveryView> views = new ConcurrentHashMap<>();
    private final Set<String> broken = ConcurrentHashMap.newKeySet();
    private @Nullable HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            HttpServer started = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            started.createContext("/", this::answer);
            started.start();
            server = started;
            String url = "http://localhost:" + started.getAddress().getPort();
            return Stream.of("accounting", "packaging", "drone", "transport", "delivery")
                    .collect(Collectors.toMap(service -> "services." + service + ".url", _ -> url));
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(this, new TestInjector.MatchesType(StandInServices.class));
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop(0);
        }
    }

    /** What was answered well, in its order, for that delivery. */
    public List<String> calls(String deliveryId) {
        return calls.stream().filter(call -> call.contains(deliveryId)).toList();
    }

    public void closing(String deliveryId, Closed answer) {
        closures.put(deliveryId, answer);
    }

    /** From now on delivery shows that one; others it doesn't know. */
    public void showing(DeliveryView view) {
        views.put(view.deliveryId(), view);
    }

    /** From now on everything under that path, of that delivery, is answered 503. */
    public void breakDown(String path, String deliveryId) {
        broken.add(path + "/" + deliveryId);
    }

    public void mend(String path, String deliveryId) {
        broken.remove(path + "/" + deliveryId);
    }

    /** From now on everything under that path, of that delivery, is refused. */
    public void refuse(String path, String deliveryId, Refusal code) {
        refused.put(path + "/" + deliveryId, code);
    }

    /** The delivery's parcel is out there: it can't just be scheduled anew. */
    public void pickUp(String deliveryId) {
        pickedUp.add(deliveryId);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            byte[] body = exchange.getRequestBody().readAllBytes();
            if (broken.stream().anyMatch(path::startsWith)) {
                exchange.sendResponseHeaders(503, -1);
                return;
            }
            if (exchange.getRequestMethod().equals("GET")) {
                show(exchange, views.get(path.split("/", -1)[2]));
                return;
            }
            Optional<Refusal> refusal = refused.keySet().stream()
                    .filter(path::startsWith)
                    .findFirst()
                    .map(refused::get);
            if (refusal.isPresent()) {
                answer(exchange, 409, Problems.of(refusal.get(), "It is refused."));
                return;
            }
            calls.add(exchange.getRequestMethod() + " " + path);
            if (path.startsWith("/deliveries/")) {
                close(exchange, path.split("/", -1)[2], Json.read(body, Closure.class));
            } else {
                exchange.sendResponseHeaders(204, -1);
            }
        }
    }

    private void close(HttpExchange exchange, String deliveryId, Closure closure) throws IOException {
        if (pickedUp.contains(deliveryId) && closure.remedy() == Remedy.SCHEDULE_ANEW) {
            answer(exchange, 409, Problems.of(Refusal.ALREADY_PICKED_UP, "The parcel is on its way."));
        } else {
            answer(exchange, 200, closures.getOrDefault(deliveryId, new Closed(true, null)));
        }
    }

    private static void show(HttpExchange exchange, @Nullable DeliveryView view) throws IOException {
        if (view == null) {
            answer(exchange, 404, Problems.of(Refusal.NOT_FOUND, "No such delivery."));
        } else {
            answer(exchange, 200, view);
        }
    }

    private static void answer(HttpExchange exchange, int status, Object answer) throws IOException {
        byte[] body = Json.bytes(answer);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }
}
