package io.dronedelivery.supervisor.compensation;

import static org.assertj.core.api.Assertions.assertThat;

import io.dronedelivery.chassis.store.Documents;
import io.dronedelivery.contracts.delivery.Attempts.Remedy;
import io.dronedelivery.supervisor.compensation.domain.Compensation;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Compensations that were kept before they had progress and a journal. */
@QuarkusTest
class OlderCompensationsTest {
    private static final String REJECTED = """
            {"deliveryId": "d", "attempt": 1, "failed": "SCHEDULE", "steps": ["HOLD_MONEY", "REGISTER_PACKAGE"],
             "closure": {"requestId": "r", "code": "UNAVAILABLE", "detail": "no answer"},
             "receivedAt": "2026-05-01T08:00:00Z", "closed": {"undo": true},
             "undone": [{"step": "REGISTER_PACKAGE", "at": "2026-05-01T08:00:01Z"}],
             "state": {"type": "Waiting", "nextAt": "2026-05-01T08:00:01Z", "tries": 0}}""";
    private static final String FLIGHT_FAILED = """
            {"deliveryId": "d", "attempt": 1, "steps": ["HOLD_MONEY"], "receivedAt": "2026-05-01T08:00:00Z",
             "closure": {"requestId": "d/7", "code": "FLIGHT_FAILED", "detail": "the link was lost"}, "undone": [],
             "state": {"type": "Waiting", "nextAt": "2026-05-01T08:10:00Z", "tries": 0}}""";

    private final Pool pool;

    OlderCompensationsTest(Pool pool) {
        this.pool = pool;
    }

    @Test
    void goOnWhereTheyStood() {
        Compensation compensation = migrated(REJECTED);

        assertThat(compensation.progress().undone()).hasSize(1);
        assertThat(Objects.requireNonNull(compensation.progress().closed()).undo())
                .isTrue();
        assertThat(compensation.closure().remedy()).isNull();
        assertThat(compensation.journal()).isEmpty();
    }

    @Test
    void ofFailedFlightsAreRecovered() {
        Compensation compensation = migrated(FLIGHT_FAILED);

        assertThat(compensation.closure().remedy()).isEqualTo(Remedy.SCHEDULE_ANEW);
        assertThat(compensation.progress().recalledAt()).isNull();
    }

    private Compensation migrated(String document) {
        return pool.withTransaction(tx -> migrated(tx, document)).await().indefinitely();
    }

    /** A temporary table of the same name stands in for the real one. */
    private static Uni<Compensation> migrated(SqlConnection tx, String document) {
        return tx.query("create temporary table workflow (document jsonb) on commit drop")
                .execute()
                .chain(() -> tx.preparedQuery("insert into workflow values ($1)")
                        .execute(Tuple.of(new JsonObject(document))))
                .chain(() -> tx.query(migration()).execute())
                .chain(() -> tx.query("select document from workflow").execute())
                .map(rows -> Documents.read(rows.iterator().next(), "document", Compensation.class));
    }

    private static String migration() {
        try (InputStream file =
                OlderCompensationsTest.class.getResourceAsStream("/db/migration/V1_1__progress_and_journal.sql")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
