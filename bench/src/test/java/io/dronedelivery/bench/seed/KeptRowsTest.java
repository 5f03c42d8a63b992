package io.dronedelivery.bench.seed;

import static org.assertj.core.api.Assertions.assertThat;

import io.dronedelivery.testing.infrastructure.LocalPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptRowsTest {
    private static final String DELIVERY = "0a1b2c3d-0000-8000-8000-00000000000a";
    private static final String REQUEST = "0a1b2c3d-0000-8000-8000-00000000000b";
    private static final String TAG = "DD-7K3M-9QX2-B4TH-5";
    private static final int FIRST = 7;
    private static final int COUNT = 3;

    private final LocalPostgres server;
    private final Database database;

    KeptRowsTest(@TempDir Path folder) {
        this.server = LocalPostgres.start(folder, 0);
        this.database = new Database("jdbc:postgresql://localhost:" + server.port() + "/delivery", "delivery");
    }

    @BeforeEach
    void fill() throws SQLException {
        execute("create function number_of_change() returns bigint language sql as 'select 42::bigint'");
        // In the order of their names, the timeline's table comes before the one that it refers to.
        execute("create table z_deliveries (delivery_id text primary key, document jsonb not null, tag text unique, "
                + "changed bigint not null default number_of_change(), number bigint generated always as identity)");
        execute("create table a_timeline (delivery_id text references z_deliveries, version int)");
        execute("create table settings (name text)");
        // Like the ledger of accounting, which refuses one side of a transaction without the other.
        execute("create function refuse_single() returns trigger language plpgsql as $$ begin "
                + "if exists (select from added group by delivery_id having count(*) = 1) then "
                + "raise exception 'a single row'; end if; return null; end $$");
        execute("create trigger never_single after insert on a_timeline referencing new table as added "
                + "for each statement execute function refuse_single()");
        execute("insert into settings values ('other')");
        execute("insert into z_deliveries (delivery_id, document, tag, changed) values ('" + DELIVERY
                + "', '{\"requestId\": \"" + REQUEST + "\", \"drone\": \"bench-" + REQUEST + "-5\"}', '" + TAG
                + "', 1)");
        execute("insert into a_timeline values ('" + DELIVERY + "', 1), ('" + DELIVERY + "', 2)");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void everyRowThatNamesTheDeliveryIsCopiedUnderIdsOfItsOwn() throws SQLException {
        KeptRows kept = KeptRows.of(database, DELIVERY);

        kept.copy(FIRST, COUNT);

        String copy = CopiedIds.copy(DELIVERY, FIRST);
        String request = CopiedIds.copy(REQUEST, FIRST);
        assertThat(query("select document->>'requestId', document->>'drone', changed::text from z_deliveries "
                        + "where delivery_id = '" + copy + "'"))
                .containsExactly(request, "bench-" + request + "-5", "42");
        assertThat(query("select count(*)::text from a_timeline where delivery_id = '" + copy + "'"))
                .containsExactly("2");
        assertThat(query("select count(distinct tag)::text from z_deliveries")).containsExactly("" + (COUNT + 1));
        assertThat(query("select count(*)::text from settings")).containsExactly("1");
        KeptRows.vacuum(database);
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<String> query(String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                    values.add(rows.getString(column));
                }
            }
            return values;
        }
    }
}
