package io.dronedelivery.chassis.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.dronedelivery.chassis.failure.RemoteFailure;
import io.dronedelivery.issuer.Grant;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;

/** A service gets its token from a provider, by its client credentials (RFC 6749, section 4.4). */
@QuarkusTest
@TestProfile(ProviderTokenTest.WithProvider.class)
class ProviderTokenTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    /** In production a service has no file with its token. */
    public static final class WithProvider implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "access.service-token-file", "",
                    "quarkus.oidc-client.client-enabled", "true",
                    "quarkus.oidc-client.discovery-enabled", "false",
                    "quarkus.oidc-client.token-path", "/token",
                    "quarkus.oidc-client.client-id", "delivery",
                    "quarkus.oidc-client.credentials.secret", "hush");
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(Provider.class));
        }
    }

    /** The token endpoint of a provider. */
    public static final class Provider implements QuarkusTestResourceLifecycleManager {
        static final Queue<String> REQUESTS = new ConcurrentLinkedQueue<>();
        static volatile boolean down;

        private final HttpServer server = listening();

        private static HttpServer listening() {
            try {
                return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            } catch (IOException unusable) {
                throw new UncheckedIOException(unusable);
            }
        }

        @Override
        public Map<String, String> start() {
            server.createContext("/token", exchange -> {
                REQUESTS.add(exchange.getRequestHeaders().getFirst("Authorization") + " "
                        + new String(exchange.getRequestBody().readAllBytes(), UTF_8));
                String token = TestIssuer.issuer()
                        .token(Grant.service("delivery").lasting(Duration.ofSeconds(REQUESTS.size() == 1 ? 2 : 60)));
                byte[] answer = "{\"access_token\": \"%s\", \"expires_in\": 60}"
                        .formatted(token)
                        .getBytes(UTF_8);
                exchange.getResponseHeaders().add("Content-Type", "application/json");
                exchange.sendResponseHeaders(down ? 503 : 200, answer.length);
                try (var body = exchange.getResponseBody()) {
                    body.write(answer);
                }
            });
            server.start();
            return Map.of(
                    "quarkus.oidc-client.auth-server-url",
                    "http://localhost:" + server.getAddress().getPort());
        }

        @Override
        public void stop() {
            server.stop(0);
        }
    }

    private final OwnToken token;

    ProviderTokenTest(OwnToken token) {
        this.token = token;
    }

    @Test
    void theTokenIsHadOnceAndAgainWhenItIsRefusedOrTheProviderIsBack() {
        Provider.down = true;
        assertThatThrownBy(this::current).isInstanceOf(RemoteFailure.class);
        Provider.down = false;
        Provider.REQUESTS.clear();

        String first = current();
        assertThat(current()).isEqualTo(first);
        assertThat(Provider.REQUESTS).hasSize(1).first().asString().contains("grant_type=client_credentials");

        String renewed = token.renewed().await().atMost(TIMEOUT);
        assertThat(renewed).isNotEqualTo(first);
        assertThat(Provider.REQUESTS).hasSize(2);

        Provider.down = true;
        assertThat(token.renewed().await().atMost(TIMEOUT)).isEqualTo(renewed);
    }

    private String current() {
        return token.current().await().atMost(TIMEOUT);
    }
}
