package io.dronedelivery.gateway.standin;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.dronedelivery.contracts.Json;
import io.dronedelivery.gateway.route.Service;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/** The services that the gateway asks for parts of its answers, each a server of its own that behaves as a test says. */
public final class ScriptedServices implements QuarkusTestResourceLifecycleManager {

    /** Answers a request. */
    public interface Behaviour {
        Answer to(Call call) throws Exception;
    }

    /** What a service was asked. */
    public record Call(String service, String uri, String authorization, String body) {}

    /**
     * What it says, in JSON.
     *
     * @param stops whether it says nothing more in the middle of the body, until the test is over
     */
    public record Answer(int status, String body, boolean stops) {
        public Answer(int status, String body) {
            this(status, body, false);
        }

        public static Answer of(Object body) {
            return new Answer(200, Json.text(body));
        }

        public static Answer failure(int status) {
            return new Answer(status, "{}");
        }

        public static Answer notFound() {
            return new Answer(404, "{\"code\":\"NOT_FOUND\",\"status\":404,\"title\":\"\",\"detail\":\"\"}");
        }
    }

    private static final String OWN_TOKEN = "gateway.test.own-token";
    private static final Map<String, Behaviour> behaviours = new ConcurrentHashMap<>();
    private static final List<Call> calls = new CopyOnWriteArrayList<>();

    private static volatile CountDownLatch over = new CountDownLatch(1);

    private final List<HttpServer> servers = new ArrayList<>();

    /** Begins a test: no service was asked yet, and none behaves in any way. */
    public static void begin() {
        over.countDown();
        over = new CountDownLatch(1);
        calls.clear();
        behaviours.clear();
    }

    /** Waits until the test is over. */
    public static void silence() throws InterruptedException {
        over.await();
    }

    public static Behaviour behaviour(String service) {
        return Objects.requireNonNull(behaviours.get(service));
    }

    public static void behave(String service, Behaviour behaviour) {
        behaviours.put(service, behaviour);
    }

    /** What the service was asked since the test began. */
    public static List<Call> calls(String service) {
        return calls.stream().filter(call -> call.service().equals(service)).toList();
    }

    /** The token of the gateway itself. */
    public static String ownToken() {
        return Objects.requireNonNull(System.getProperty(OWN_TOKEN));
    }

    @Override
    public Map<String, String> start() {
        Map<String, String> settings = new HashMap<>(Map.of(
                "access.service-token-file",
                tokenFile().toString(),
                "calls.of.any.failure-ratio",
                "1")); // so that the failures of one test open no circuit for the next
        for (Service service : Service.values()) {
            settings.put("quarkus.rest-client." + service.id() + ".url", serve(service.id()));
        }
        return settings;
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
