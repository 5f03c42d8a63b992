package io.dronedelivery.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dronedelivery.chassis.http.RawClient;
import io.dronedelivery.gateway.standin.Observed;
import io.dronedelivery.gateway.standin.Requests;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Heartbeats come twice a second; here everybody else may be silent for 5 s, and a service answers within 2 s. */
@QuarkusTest
class StreamsTest {
    private final EventStreams streams;
    private final String tracking =
            Requests.raw("GET /api/v2/deliveries/d1/tracking HTTP/1.1", "Accept: text/event-stream", "Behave: events");

    StreamsTest(EventStreams streams) {
        this.streams = streams;
    }

    @Test
    void anEventIsPassedOnAtOnce() throws Exception {
        try (RawClient client = new RawClient()) {
            client.send(tracking);
            assertThat(client.answer().headers()).containsEntry("content-type", "text/event-stream");
            Instant begin = Instant.now();
            assertThat(client.chunk()).isEqualTo(": hello\n\n");
            assertThat(client.chunk()).isEqualTo(": still here\n\n");
            assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(1));
        }
    }

    @Test
    void aStreamLivesAsLongAsItsHeartbeats() throws Exception {
        try (RawClient client = new RawClient()) {
            client.send(tracking);
            client.answer();
            Instant end = Instant.now().plusSeconds(8); // longer than any time-out
            while (Instant.now().isBefore(end)) {
                assertThat(client.chunk()).startsWith(":");
            }
        }
    }

    @Test
    void whenTheGatewayStopsAStreamEndsAsItShould() throws Exception {
        int before = Observed.open();
        try (RawClient client = new RawClient()) {
            client.send(tracking);
            client.answer();
            assertThat(client.chunk()).isEqualTo(": hello\n\n");
            streams.endAll();
            await().until(() -> client.chunk().isEmpty()); // the last chunk (RFC 9112, 7.1)
        }
        await().until(() -> Observed.open() == before);
    }

    @Test
    void whenTheClientLeavesTheServiceLearnsIt() throws Exception {
        int before = Observed.open();
        RawClient client = new RawClient();
        client.send(tracking);
        client.answer();
        await().until(() -> Observed.open() == before + 1);
        client.close();
        await().atMost(Duration.ofSeconds(2)).until(() -> Observed.open() == before);
    }
}
