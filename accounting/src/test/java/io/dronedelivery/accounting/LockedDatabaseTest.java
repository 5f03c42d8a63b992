package io.dronedelivery.accounting;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.lessThan;

import io.dronedelivery.issuer.Grant;
import io.dronedelivery.testing.ErrorLines;
import io.dronedelivery.testing.access.Tokens;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A table is locked, and clients disconnect meanwhile: no error is logged. */
@QuarkusTest
class LockedDatabaseTest {
    private static final int CLIENTS = 300;
    private static final int CONNECTIONS_TO_WAIT_FOR = 10;
    private static final long READ_MILLIS_MAX = 1_000;
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final Pool pool;
    private final MeterRegistry meters;

    LockedDatabaseTest(Pool pool, MeterRegistry meters) {
        this.pool = pool;
        this.meters = meters;
    }

    @Test
    void clientsThatDisconnectLeaveNoErrorAndNoConnection() throws IOException {
        try (ErrorLines errors = ErrorLines.open()) {
            SqlConnection lock = pool.getConnectionAndAwait();
            lock.query("begin").executeAndAwait();
            lock.query("lock table accounts in access exclusive mode").executeAndAwait();
            byte[] read = read();
            for (int client = 0; client < CLIENTS; client++) {
                sendAndDisconnect(read);
            }
            await().atMost(TIMEOUT).until(() -> active() > CONNECTIONS_TO_WAIT_FOR);
            lock.query("rollback").executeAndAwait();
            lock.closeAndAwait();

            await().atMost(TIMEOUT).until(() -> active() == 0);
            given().get("/accounts/nobody").then().statusCode(404).time(lessThan(READ_MILLIS_MAX));
            assertThat(errors.all()).isEmpty();
        }
    }

    private static byte[] read() {
        return "GET /accounts/nobody HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\n\r\n"
                .formatted(Tokens.of(Grant.operator("Ann")))
                .getBytes(UTF_8);
    }

    private static void sendAndDisconnect(byte[] request) throws IOException {
        try (Socket client = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
            client.setSoLinger(true, 0); // closing is a reset, at once
            client.getOutputStream().write(request);
        }
    }

    private double active() {
        return meters.get("sql.pool.active").gauge().value();
    }
}
