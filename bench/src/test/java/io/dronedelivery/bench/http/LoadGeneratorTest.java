package io.dronedelivery.bench.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LoadGeneratorTest {
    private static final double PER_SECOND = 50;
    private static final Duration LENGTH = Duration.ofMillis(400);
    private static final int DUE = 20;
    private static final int ACCEPTED = 202;
    private static final int UNAVAILABLE = 503;

    private final AtomicInteger asked = new AtomicInteger();
    private volatile int status = ACCEPTED;
    private HttpServer server;

    LoadGeneratorTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void start() {
        server.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.getRequestBody().readAllBytes();
            byte[] answer = {'{', '}'};
            exchange.sendResponseHeaders(status, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void requestsBecomeDueAtTheirRateWhateverTheServerDoes() throws InterruptedException {
        LoadRound round = generator().atRate(PER_SECOND, LENGTH);

        assertThat(round.requests()).isEqualTo(DUE);
        assertThat(round.latency().getTotalCount()).isEqualTo(DUE);
        assertThat(round.lateness().getTotalCount()).isEqualTo(DUE);
        assertThat(round.failures()).isEmpty();
        assertThat(asked).hasValue(DUE);
    }

    @Test
    void anyOtherAnswerThanSuccessIsAFailure() throws InterruptedException {
        status = UNAVAILABLE;

        assertThat(generator().atRate(PER_SECOND, LENGTH).failures()).isEqualTo(Map.of("status 503", (long) DUE));
    }

    private LoadGenerator generator() {
        int port = server.getAddress().getPort();
        byte[] request = RequestBytes.post(URI.create("http://localhost:" + port + "/"), Map.of(), new byte[] {1});
        return new LoadGenerator(port, () -> request, 2);
    }
}
