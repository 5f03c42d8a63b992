package io.dronedelivery.drone.report;

import io.dronedelivery.chassis.store.Documents;
import io.dronedelivery.chassis.store.Rows;
import io.dronedelivery.chassis.store.Transactions;
import io.dronedelivery.contracts.drone.SetAside;
import io.dronedelivery.drone.report.domain.RejectedReports;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/** The rejected reports in PostgreSQL: a row per drone. */
@Singleton
class PgRejectedReports implements RejectedReports {
    private static final String BEGIN = """
            insert into rejected_reports (drone_id, tally)
            select n.drone_id, n.tally
            from unnest($1::text[], $2::jsonb[]) as n (drone_id, tally) join drones d on d.drone_id = n.drone_id
            on conflict do nothing
            """;

    // in the order of the ids, so that two transactions at the same time do not deadlock
    private static final String LOCK =
            "select tally from rejected_reports where drone_id = any($1) order by drone_id for update";

    private static final String UPDATE = """
            update rejected_reports r set tally = n.tally
            from unnest($1::text[], $2::jsonb[]) as n (drone_id, tally) where r.drone_id = n.drone_id
            """;

    private static final String OF = "select tally from rejected_reports where drone_id = $1";

    private final Transactions transactions;

    PgRejectedReports(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Uni<Void> keep(List<Tally> tallies) {
        List<Tally> none =
                tallies.stream().map(tally -> Tally.none(tally.droneId())).toList();
        return transactions.run(tx -> tx.preparedQuery(BEGIN)
                .execute(rows(none))
                .chain(() -> tx.preparedQuery(LOCK).execute(Tuple.of(droneIds(tallies))))
                .chain(stored -> tx.preparedQuery(UPDATE)
                        .execute(rows(sums(Rows.all(stored, PgRejectedReports::tally), tallies))))
                .replaceWithVoid());
    }

    private static List<Tally> sums(List<Tally> stored, List<Tally> later) {
        return stored.stream()
                .flatMap(before -> later.stream()
                        .filter(tally -> tally.droneId().equals(before.droneId()))
                        .map(before::plus))
                .toList();
    }

    private static Tuple rows(List<Tally> tallies) {
        return Tuple.of(droneIds(tallies), Rows.column(tallies, JsonObject[]::new, Documents::json));
    }

    private static String[] droneIds(List<Tally> tallies) {
        return Rows.column(tallies, String[]::new, Tally::droneId);
    }

    private static Tally tally(Row row) {
        return Documents.read(row, "tally", Tally.class);
    }

    @Override
    public Uni<SetAside.Summary> of(String droneId) {
        return transactions.query(OF, Tuple.of(droneId)).map(rows -> Rows.first(rows, PgRejectedReports::tally)
                .map(Tally::summary)
                .orElse(new SetAside.Summary(Map.of(), List.of())));
    }
}
