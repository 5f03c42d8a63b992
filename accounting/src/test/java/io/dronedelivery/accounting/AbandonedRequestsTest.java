package io.dronedelivery.accounting;

import static io.dronedelivery.contracts.InternalPaths.ATTEMPT;
import static io.dronedelivery.contracts.InternalPaths.CHARGE;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.lessThan;

import io.dronedelivery.accounting.domain.Samples;
import io.dronedelivery.contracts.Json;
import io.dronedelivery.issuer.Grant;
import io.dronedelivery.testing.access.Tokens;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import jakarta.ws.rs.core.UriBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A thousand clients go away in the middle of their requests, and leave nothing behind. */
@QuarkusTest
@Tag("nightly")
class AbandonedRequestsTest {
    private static final int CLIENTS = 1_000;
    private static final int OPENING_BALANCE = 1_000_000_000;
    private static final int CLIENTS_AT_A_TIME = 50;
    private static final int UNSENT = 20; // bytes, of the body
    private static final int CONNECTIONS = 16; // of the pool
    private static final long BYTES_PER_CLIENT_MAX = 5_000; // what one request takes while it is served is more
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final MeterRegistry meters;
    private final String account = UUID.randomUUID().toString();

    AbandonedRequestsTest(MeterRegistry meters) {
        this.meters = meters;
    }

    @Test
    void clientsThatDisconnectLeakNeitherConnectionsNorMemory() {
        given().contentType(ContentType.JSON)
                .body(Json.bytes(Samples.terms(OPENING_BALANCE)))
                .put("/accounts/" + account)
                .then()
                .statusCode(200);
        abandon(AbandonedRequestsTest::whole);
        abandon(AbandonedRequestsTest::half);
        awaitQuiet();
        long before = heap();

        abandon(AbandonedRequestsTest::whole);
        abandon(AbandonedRequestsTest::half);

        awaitQuiet();
        given().get("/accounts/" + account).then().body("available.minor", lessThan(OPENING_BALANCE));
        assertThat(heap() - before).isLessThan(2 * CLIENTS * BYTES_PER_CLIENT_MAX);
        assertThat(holdsAtOnce(4 * CONNECTIONS)).containsOnly(200);
        awaitQuiet();
    }

    /** What of a request is sent before its client goes away. */
    private interface Part {
        byte[] of(byte[] request);
    }

    private static byte[] whole(byte[] request) {
        return request;
    }

    private static byte[] half(byte[] request) {
        return Arrays.copyOf(request, request.length - UNSENT);
    }

    private void abandon(Part part) {
        Semaphore room = new Semaphore(CLIENTS_AT_A_TIME);
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int client = 0; client < CLIENTS; client++) {
                room.acquireUninterruptibly();
                clients.execute(() -> {
                    send(part.of(request()));
                    room.release();
                });
            }
        }
    }

    private static void send(byte[] bytes) {
        try (Socket client = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
            client.setSoLinger(true, 0); // closing is a reset, at once
            client.getOutputStream().write(bytes);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private byte[] request() {
        String body = Json.text(Samples.hold(account));
        return """
                PUT %s HTTP/1.1\r
                Host: localhost\r
                Authorization: Bearer %s\r
                Content-Type: application/json\r
                Content-Length: %d\r
                \r
                %s""".formatted(path(), Tokens.of(Grant.service("abandoning")), body.length(), body)
                .getBytes(UTF_8);
    }

    private List<Integer> holdsAtOnce(int number) {
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<Integer>> answers = IntStream.range(0, number)
                    .mapToObj(_ -> CompletableFuture.supplyAsync(this::hold, clients))
                    .toList();
            return answers.stream().map(CompletableFuture::join).toList();
        }
    }

    private int hold() {
        return given().contentType(ContentType.JSON)
                .body(Json.bytes(Samples.hold(account)))
                .put(path())
                .statusCode();
    }

    private static String path() {
        return UriBuilder.fromPath(CHARGE + ATTEMPT).build(UUID.randomUUID(), 1).getPath();
    }

    /** Every connection of the pool is back. */
    private void awaitQuiet() {
        await().atMost(TIMEOUT)
                .until(() -> meters.get("sql.pool.active").gauge().value() == 0);
    }

    private static long heap() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
