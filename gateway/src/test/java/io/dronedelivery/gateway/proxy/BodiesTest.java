package io.dronedelivery.gateway.proxy;

import static io.dronedelivery.gateway.standin.Requests.DELIVERY;
import static io.dronedelivery.gateway.standin.Requests.customer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.dronedelivery.chassis.http.RawClient;
import io.dronedelivery.gateway.standin.Observed;
import io.dronedelivery.gateway.standin.Requests;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** The limit is 1 MiB. */
@QuarkusTest
class BodiesTest {
    private static final int LIMIT = 1 << 20;
    private static final String POST = "POST /api/v2/deliveries HTTP/1.1";

    @Test
    void aBodyUpToTheLimitIsPassedOn() {
        customer()
                .header("Behave", "count")
                .body(new byte[LIMIT])
                .post("/api/v2/deliveries")
                .then()
                .statusCode(200)
                .body(equalTo(String.valueOf(LIMIT)));
    }

    @Test
    void aBodyInChunksIsPassedOnInChunks() throws Exception {
        try (RawClient client = new RawClient()) {
            client.send(Requests.raw(POST, "Transfer-Encoding: chunked")
                    + "3\r\nabc\r\n2;x=y\r\nde\r\n0\r\nX-T: 1\r\n\r\n");
            RawClient.Answer answer = client.answer();
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body())
                    .contains("\"body\":\"abcde\"", "\"transfer-encoding\":\"chunked\"")
                    .doesNotContain("content-length", "x-t");
        }
    }

    @Test
    void aLargerOneIsRefusedAndNotPassedOn() {
        long before = Observed.begun();
        customer()
                .body(new byte[LIMIT + 1])
                .post("/api/v2/deliveries")
                .then()
                .statusCode(413)
                .contentType("application/problem+json")
                .body("type", equalTo("http://localhost:8080/problems/content-too-large"))
                .body("detail", containsString("1024 KiB"));
        assertThat(Observed.begun()).isEqualTo(before);
    }

    @Test
    void aLargerOneInChunksIsRefusedAsSoonAsItIs() throws Exception {
        try (RawClient client = new RawClient()) {
            client.send(Requests.raw(POST, "Behave: count", "Transfer-Encoding: chunked"));
            String chunk = "10000\r\n" + "x".repeat(0x10000) + "\r\n";
            for (int i = 0; i <= LIMIT / 0x10000; i++) {
                client.send(chunk);
            }
            assertThat(client.answer().status()).isEqualTo(413);
            client.send("0\r\n\r\n" + Requests.raw("GET /api/v2/deliveries/d1 HTTP/1.1"));
            assertThat(client.answer().status()).isEqualTo(200);
        }
        await().until(() -> Observed.open() == 0);
    }

    @Test
    void whoeverAsksFirstIsToldToGoOnOnlyWhenTheBodyIsWanted() throws Exception {
        try (RawClient client = new RawClient()) {
            client.send(Requests.raw(POST, "Expect: 100-continue", "Content-Length: 4"));
            assertThat(client.answer().status()).isEqualTo(100);
            client.send("body");
            RawClient.Answer answer = client.answer();
            assertThat(answer.body()).contains("\"body\":\"body\"").doesNotContain("expect");
        }
        try (RawClient client = new RawClient()) {
            client.send(Requests.raw(POST, "Expect: 100-continue", "Content-Length: " + (LIMIT + 1)));
            RawClient.Answer answer = client.answer();
            assertThat(answer.status()).isEqualTo(413);
            assertThat(answer.headers()).containsEntry("connection", "close");
            assertThat(client.closed()).isTrue();
        }
    }

    @Test
    void aBodyIsPassedOnWhileItComes() throws Exception {
        try (RawClient client = new RawClient()) {
            long before = Observed.begun();
            client.send(Requests.raw(POST, "Content-Length: 8") + "half");
            await().until(() -> Observed.begun() > before);
            client.send("half");
            assertThat(client.answer().body()).contains("\"body\":\"halfhalf\"");
        }
    }

    @Test
    void aBodyThatIsTooSlowIsRefused() throws Exception {
        try (RawClient client = new RawClient()) {
            client.send(Requests.raw(POST, "Content-Length: 1000"));
            RawClient.Answer answer;
            try (Dripping _ = new Dripping(client)) {
                answer = client.answer();
            }
            assertThat(answer.status()).isEqualTo(408);
            assertThat(answer.headers()).containsEntry("content-type", "application/problem+json");
            assertThat(client.closed()).isTrue();
        }
        await().until(() -> Observed.open() == 0);
    }

    @Test
    void aBodyThatNobodyWantsMayNotLastEither() throws Exception {
        try (RawClient client = new RawClient()) {
            client.send("POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n");
            assertThat(client.answer().status()).isEqualTo(401);
            try (Dripping _ = new Dripping(client)) {
                assertThat(client.closed()).isTrue();
            }
        }
    }

    @Test
    void aServiceThatTakesNoBodyIsTooSlow() {
        customer()
                .header("Behave", "frozen")
                .body(new byte[LIMIT])
                .post("/api/v2/deliveries")
                .then()
                .statusCode(504)
                .contentType("application/problem+json");
    }

    @Test
    void aClientThatLeavesInTheMiddleEndsTheRequestAtTheService() throws Exception {
        long before = Observed.begun();
        RawClient client = new RawClient();
        client.send(Requests.raw(POST, "Content-Length: 1000") + "begin");
        await().until(() -> Observed.begun() > before);
        client.hangUp();
        await().atMost(Duration.ofSeconds(1)).until(() -> Observed.open() == 0);
    }

    @Test
    void aBigAnswerIsReadNoFasterThanTheClientReads() throws Exception {
        long before = Observed.written();
        long bytes = 200L << 20;
        try (RawClient client = new RawClient()) {
            client.send(Requests.raw("GET " + DELIVERY + " HTTP/1.1", "Behave: big", "Bytes: " + bytes));
            client.send("");
            await().pollDelay(Duration.ofSeconds(1)).until(() -> Observed.written() > before);
            assertThat(Observed.written() - before).isLessThan(bytes / 4);
        }
        await().until(() -> Observed.open() == 0);
    }

    /** Sends a byte every 100 ms, for as long as it is taken. */
    private static final class Dripping implements AutoCloseable {
        private final Thread thread;

        Dripping(RawClient client) {
            thread = Thread.ofVirtual().start(() -> {
                try {
                    while (true) {
                        LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
                        client.send("x");
                    }
                } catch (Exception closed) {
                    Thread.currentThread().interrupt();
                }
            });
        }

        @Override
        public void close() {
            thread.interrupt();
        }
    }
}
