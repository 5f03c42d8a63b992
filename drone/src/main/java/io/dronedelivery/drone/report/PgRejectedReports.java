package io.dronedelivery.drone.report;

import io.dronedelivery.chassis.store.Documents;
import io.dronedelivery.chassis.store.Transactions;
import io.dronedelivery.contracts.drone.SetAside;
import io.dronedelivery.drone.report.domain.RejectedReports;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** The rejected reports in PostgreSQL: a row per drone. */
@Singleton
class PgRejectedReports implements RejectedReports {
    private static final String BEGIN = """
            insert into rejected_reports (drone_id, tally)
            select drone_id, jsonb_build_object('droneId', drone_id, 'counts', '{}'::jsonb, 'latest', '[]'::jsonb)
            from drones where drone_id = any($1)
            on conflict do nothing
            """;

    // in the order of the ids, so that two who keep side by side never wait for each other in a ring
    private static final String KEPT =
            "select tally from rejected_reports where drone_id = any($1) order by drone_id for update";

    private static final String ADD = """
            update rejected_reports s set tally = sum.value
            from jsonb_array_elements($1) sum where s.drone_id = sum.value ->> 'droneId'
            """;

    private static final String OF = "select tally from rejected_reports where drone_id = $1";

    private final Transactions transactions;

    PgRejectedReports(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Uni<Void> keep(List<Tally> tallies) {
        Tuple drones = Tuple.of(tallies.stream().map(Tally::droneId).toArray(String[]::new));
        return transactions.run(tx -> tx.preparedQuery(BEGIN)
                .execute(drones)
                .chain(() -> tx.preparedQuery(KEPT).execute(drones))
                .chain(kept -> add(tx, PgRejectedReports.tallies(kept), tallies)));
    }

    private static Uni<Void> add(SqlConnection tx, List<Tally> kept, List<Tally> later) {
        List<Tally> sums = kept.stream()
                .flatMap(before -> later.stream()
                        .filter(tally -> tally.droneId().equals(before.droneId()))
                        .map(before::plus))
                .toList();
        return tx.preparedQuery(ADD)
                .execute(Tuple.of(Documents.jsonArray(sums)))
                .replaceWithVoid();
    }

    private static List<Tally> tallies(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> Documents.read(row, "tally", Tally.class))
                .toList();
    }

    @Override
    public Uni<SetAside.Summary> of(String droneId) {
        return transactions.query(OF, Tuple.of(droneId)).map(rows -> tallies(rows).stream()
                .findAny()
                .map(Tally::summary)
                .orElse(new SetAside.Summary(Map.of(), List.of())));
    }
}
