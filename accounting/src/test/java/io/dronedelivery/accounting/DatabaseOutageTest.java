package io.dronedelivery.accounting;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dronedelivery.accounting.domain.Samples;
import io.dronedelivery.contracts.Json;
import io.dronedelivery.testing.ManagementInterface;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.vertx.mutiny.sqlclient.Pool;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The database freezes or dies: the service stays up, says that it is not ready, and goes on by itself. */
@QuarkusTest
class DatabaseOutageTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(90);

    private final String account = UUID.randomUUID().toString();
    private final Pool pool;

    DatabaseOutageTest(Pool pool) {
        this.pool = pool;
    }

    @Test
    void aServiceWhoseDatabaseIsFrozenIsNotReadyUntilItGoesOn() throws Exception {
        awaitReadiness(200);
        signal("STOP", servers());
        try {
            awaitReadiness(503);
            ManagementInterface.get("/health/live").then().statusCode(200);
        } finally {
            signal("CONT", servers());
        }

        awaitReadiness(200);
        assertThat(writes()).isTrue();
    }

    @Test
    void aServiceWhoseDatabaseCrashedGoesOnWithoutARestart() throws Exception {
        int connection = pool.query("select pg_backend_pid()")
                .execute()
                .await()
                .atMost(TIMEOUT)
                .iterator()
                .next()
                .getInteger(0);

        signal("KILL", List.of(ProcessHandle.of(connection).orElseThrow())); // which ends all other connections, too

        await().atMost(TIMEOUT).until(this::writes);
        awaitReadiness(200);
    }

    private boolean writes() {
        return given().contentType(ContentType.JSON)
                        .body(Json.bytes(Samples.terms(1_000)))
                        .put("/accounts/" + account)
                        .statusCode()
                == 200;
    }

    private static void awaitReadiness(int status) {
        await().atMost(TIMEOUT)
                .until(() -> ManagementInterface.get("/health/ready").statusCode() == status);
    }

    /** The database server of the tests, and its processes, one per connection among them. */
    private static List<ProcessHandle> servers() {
        List<ProcessHandle> servers = ProcessHandle.current()
                .descendants()
                .filter(child -> child.info().command().orElse("").endsWith("/postgres"))
                .toList();
        assertThat(servers).isNotEmpty();
        return servers;
    }

    private static void signal(String name, List<ProcessHandle> processes) throws IOException, InterruptedException {
        for (ProcessHandle process : processes) {
            new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                    .start()
                    .waitFor();
        }
    }
}
