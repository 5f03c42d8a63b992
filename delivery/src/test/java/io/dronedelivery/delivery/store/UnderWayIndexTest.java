package io.dronedelivery.delivery.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.dronedelivery.chassis.store.Rows;
import io.dronedelivery.chassis.store.Transactions;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class UnderWayIndexTest {
    private static final String MANY_ENDED = """
            insert into deliveries (delivery_id, account_id, requested_at, status, ended, version, attempt, revision, document)
            select 'ended-' || number, 'many', now(), 'COMPLETED', true, 7, 1, 1, '{}' from generate_series(1, 20000) number
            """;

    private final Transactions transactions;

    UnderWayIndexTest(Transactions transactions) {
        this.transactions = transactions;
    }

    /** Thrown so that the transaction leaves nothing. */
    private static final class RolledBack extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @Test
    void thoseThatHaveEndedAreNotReadToCountTheOthers() {
        List<List<String>> plans = new ArrayList<>();
        transactions
                .run(tx -> run(tx, MANY_ENDED)
                        .chain(() -> run(tx, "analyze deliveries"))
                        .chain(() ->
                                tx.query("explain " + PgDeliveries.UNDER_WAY).execute())
                        .map(rows -> Rows.all(rows, row -> row.getString(0)))
                        .invoke(plans::add)
                        .chain(() -> Uni.createFrom().<Void>failure(new RolledBack())))
                .onFailure(RolledBack.class)
                .recoverWithNull()
                .await()
                .indefinitely();

        assertThat(plans).hasSize(1);
        assertThat(String.join("\n", plans.getFirst()))
                .contains("deliveries_under_way")
                .doesNotContain("Seq Scan");
    }

    private static Uni<Void> run(SqlConnection tx, String statement) {
        return tx.query(statement).execute().replaceWithVoid();
    }
}
