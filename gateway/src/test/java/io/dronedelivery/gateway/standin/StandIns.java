package io.dronedelivery.gateway.standin;

import io.dronedelivery.gateway.route.Service;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Map;

/**
 * A server for each service but two: nobody is at the port of <code>scheduler</code>, and <code>packaging</code> answers in bytes
 * that a test chooses. Everybody is quicker, and less patient, than in production.
 */
public final class StandIns implements QuarkusTestResourceLifecycleManager {
    private final Vertx vertx = Vertx.vertx();
    private final RawService raw = new RawService();

    @Override
    public Map<String, String> start() {
        Map<String, String> settings = new HashMap<>(Map.of(
                "gateway.proxy.answer-timeout", "2s",
                "gateway.proxy.idle-timeout", "5s",
                "gateway.edge.header-timeout", "1s",
                "gateway.edge.body-timeout", "2s",
                "gateway.edge.origins", "https://console.example.com",
                "gateway.limits.of.address.capacity", "10000",
                "kafka.bootstrap.servers", "localhost:1"));
        for (Service service : Service.values()) {
            settings.put("services." + service.id() + ".url", "http://localhost:" + port(service));
        }
        return settings;
    }

    private int port(Service service) {
        return switch (service) {
            case SCHEDULER -> deadPort();
            case PACKAGING -> raw.open();
            default -> open(service);
        };
    }

    private int open(Service service) {
        return vertx.createHttpServer(new HttpServerOptions().setHandle100ContinueAutomatically(true))
                .requestHandler(new StandIn(service.id(), vertx))
                .listen(0, "localhost")
                .map(HttpServer::actualPort)
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    private static int deadPort() {
        try (ServerSocket once = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return once.getLocalPort();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public void stop() {
        raw.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
