package io.dronedelivery.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.dronedelivery.chassis.http.RawClient;
import io.dronedelivery.gateway.standin.Requests;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** Here a header may take 1 s, and a connection may be silent for 5 s. */
@QuarkusTest
class SlowClientsTest {
    private static final String GET = "GET /api/v2/deliveries/d1 HTTP/1.1";

    @Test
    void aHeaderThatComesTooSlowlyIsNotWaitedFor() throws Exception {
        try (RawClient client = new RawClient()) {
            closedAfter(client, Duration.ofSeconds(1));
        }
    }

    @Test
    void neitherIsALaterOneOnTheSameConnection() throws Exception {
        try (RawClient client = new RawClient()) {
            for (int i = 0; i < 3; i++) {
                client.send(Requests.raw(GET));
                assertThat(client.answer().status()).isEqualTo(200);
                LockSupport.parkNanos(Duration.ofMillis(700).toNanos()); // between requests there is time
            }
            closedAfter(client, Duration.ofSeconds(1));
        }
    }

    @Test
    void aConnectionThatIsSilentIsClosed() throws Exception {
        try (RawClient client = new RawClient()) {
            Instant begin = Instant.now();
            assertThat(client.closed()).isTrue();
            assertThat(Duration.between(begin, Instant.now())).isGreaterThan(Duration.ofSeconds(4));
        }
    }

    /** Sends the letters of a header one by one, until it can't. */
    private static void closedAfter(RawClient client, Duration time) throws Exception {
        Instant begin = Instant.now();
        String header = Requests.raw(GET);
        try {
            for (int i = 0; i < header.length(); i++) {
                client.send(header.substring(i, i + 1));
                LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            }
        } catch (IOException closed) {
            assertThat(Duration.between(begin, Instant.now())).isGreaterThanOrEqualTo(time);
            return;
        }
        throw new AssertionError("nobody minds");
    }
}
