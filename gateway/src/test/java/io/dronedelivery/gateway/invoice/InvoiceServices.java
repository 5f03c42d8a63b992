package io.dronedelivery.gateway.invoice;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.dronedelivery.contracts.Json;
import io.dronedelivery.contracts.delivery.DeliverySearch;
import io.dronedelivery.contracts.drone.MissionSearch;
import io.dronedelivery.contracts.packaging.PackageSearch;
import io.dronedelivery.issuer.Grant;
import io.dronedelivery.issuer.LocalIssuer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/** The four services that an invoice is made from, each a server of its own that behaves as a test says. */
public final class InvoiceServices implements QuarkusTestResourceLifecycleManager {
    static final String ACCOUNTING = "accounting";
    static final String DELIVERY = "delivery";
    static final String PACKAGING = "packaging";
    static final String DRONE = "drone";
    static final List<String> OF_DETAILS = List.of(DELIVERY, PACKAGING, DRONE);

    /** Answers a request. */
    interface Behaviour {
        Answer to(Call call) throws Exception;
    }

    /** What a service was asked. */
    record Call(String service, String uri, String authorization, String body) {}

    /**
     * What it says, in JSON.
     *
     * @param stops whether it says nothing more in the middle of the body, until the test is over
     */
    record Answer(int status, String body, boolean stops) {
        Answer(int status, String body) {
            this(status, body, false);
        }

        static Answer of(Object body) {
            return new Answer(200, Json.text(body));
        }

        static Answer failure(int status) {
            return new Answer(status, "{}");
        }
    }

    private static final String OWN_TOKEN = "gateway.test.own-token";
    private static final Map<String, Behaviour> behaviours = new ConcurrentHashMap<>();
    private static final List<Call> calls = new CopyOnWriteArrayList<>();

    private static volatile CountDownLatch over = new CountDownLatch(1);

    private final List<HttpServer> servers = new ArrayList<>();

    /** Waits until the test is over. */
    static void silence() throws InterruptedException {
        over.await();
    }

    /** From now on: accounting has charged ann and bob for that many deliveries, and everybody knows all of them. */
    static void charge(int deliveries) {
        over.countDown();
        over = new CountDownLatch(1);
        calls.clear();
        behaviours.put(ACCOUNTING, call -> switch (account(call)) {
            case "ann", "bob" -> Answer.of(Samples.charged(account(call), deliveries));
            default -> new Answer(404, "{\"code\":\"NOT_FOUND\",\"status\":404,\"title\":\"\",\"detail\":\"\"}");
        });
        behaviours.put(DELIVERY, call -> {
            List<String> ids =
                    Json.read(call.body(), DeliverySearch.Query.class).deliveryIds();
            return Answer.of(new DeliverySearch.Answer(
                    ids.stream().map(Samples::delivery).toList()));
        });
        behaviours.put(PACKAGING, call -> {
            PackageSearch.Query query = Json.read(call.body(), PackageSearch.Query.class);
            return Answer.of(new PackageSearch.Answer(query.packageIds().stream()
                    .map(id -> Samples.parcel(query.accountId(), id))
                    .toList()));
        });
        behaviours.put(DRONE, call -> {
            List<String> ids = Json.read(call.body(), MissionSearch.Query.class).deliveryIds();
            return Answer.of(
                    new MissionSearch.Answer(ids.stream().map(Samples::mission).toList()));
        });
    }

    /** The account whose invoice accounting is asked for. */
    static String account(Call call) {
        return call.uri().replaceFirst("^/invoices/([^?]*).*$", "$1");
    }

    static Behaviour behaviour(String service) {
        return Objects.requireNonNull(behaviours.get(service));
    }

    static void behave(String service, Behaviour behaviour) {
        behaviours.put(service, behaviour);
    }

    /** What the service was asked since the last {@link #charge}. */
    static List<Call> calls(String service) {
        return calls.stream().filter(call -> call.service().equals(service)).toList();
    }

    /** The token of the gateway itself. */
    static String ownToken() {
        return Objects.requireNonNull(System.getProperty(OWN_TOKEN));
    }

    @Override
    public Map<String, String> start() {
        return Map.of(
                "access.service-token-file", tokenFile().toString(),
                "quarkus.rest-client.accounting.url", serve(ACCOUNTING),
                "quarkus.rest-client.delivery.url", serve(DELIVERY),
                "quarkus.rest-client.packaging.url", serve(PACKAGING),
                "quarkus.rest-client.drone.url", serve(DRONE));
    }

    private static Path tokenFile() {
        try {
            Path folder = Files.createTempDirectory(Path.of("target"), "gateway-token");
            Path file = folder.resolve("service.token").toAbsolutePath();
            LocalIssuer.in(folder).write(Grant.service("gateway"), file);
            System.setProperty(OWN_TOKEN, Files.readString(file));
            return file;
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    private String serve(String service) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/", exchange -> answer(service, exchange));
            server.start();
            servers.add(server);
            return "http://localhost:" + server.getAddress().getPort();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** A behaviour that fails closes the connection. */
    private static void answer(String service, HttpExchange exchange) throws IOException {
        try (exchange) {
            Call call = new Call(
                    service,
                    exchange.getRequestURI().toString(),
                    String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")),
                    new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            calls.add(call);
            Answer answer = behaviour(service).to(call);
            byte[] body = answer.body().getBytes(UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(answer.status(), body.length);
            exchange.getResponseBody().write(body, 0, 1);
            exchange.getResponseBody().flush();
            if (answer.stops()) {
                silence();
            }
            exchange.getResponseBody().write(body, 1, body.length - 1);
        } catch (Exception gone) {
            throw new IOException(gone);
        }
    }

    @Override
    public void stop() {
        over.countDown();
        servers.forEach(server -> server.stop(0));
        System.clearProperty(OWN_TOKEN);
    }
}
