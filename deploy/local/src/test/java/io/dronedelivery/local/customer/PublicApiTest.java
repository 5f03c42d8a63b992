package io.dronedelivery.local.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.sun.net.httpserver.HttpServer;
import io.dronedelivery.local.access.Credentials;
import io.dronedelivery.local.project.Project;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PublicApiTest {
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int NOT_FOUND = 404;

    private final AtomicInteger limited = new AtomicInteger();
    private final AtomicInteger requests = new AtomicInteger();
    private HttpServer server;
    private PublicApi api;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            requests.incrementAndGet();
            exchange.getResponseHeaders().set("Retry-After", "0");
            exchange.sendResponseHeaders(limited.getAndDecrement() > 0 ? TOO_MANY_REQUESTS : NOT_FOUND, -1);
            exchange.close();
        });
        server.start();
        api = new PublicApi(
                URI.create("http://localhost:" + server.getAddress().getPort() + "/deliveries"),
                Credentials.of(new Project(Path.of("."), Path.of("target/public-api")))
                        .customer("demo"));
    }

    @AfterEach
    void stop() {
        api.close();
        server.stop(0);
    }

    @Test
    void aRequestBeyondTheLimitIsSentAgainWhenTheApiSays() throws Exception {
        limited.set(3);

        assertThat(api.find("some")).isEmpty();

        assertThat(requests).hasValue(4);
    }

    @Test
    void aLimitThatStaysIsAFailure() {
        limited.set(Integer.MAX_VALUE);

        assertThatIOException().isThrownBy(() -> api.find("some")).withMessageContaining("429");
    }
}
