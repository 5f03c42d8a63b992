package io.dronedelivery.bench.seed;

import io.dronedelivery.bench.measurement.InvalidMeasurement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The rows that a service keeps of one delivery, in whatever tables, and copies of them for other deliveries. The code of the
 * service finds the copies as if it had written them itself. Nothing is published of them.
 *
 * @param database the service's
 * @param tables in an order in which they can be filled
 */
public record KeptRows(Database database, List<Rows> tables) {
    /** All but messages that wait, and the history of the schema. What PostgreSQL computes for a new row is left to it. */
    private static final String TABLES = """
            with recursive referring (relation, level) as (
                select oid, 0 from pg_class
                where relkind = 'r' and relnamespace = current_schema()::regnamespace
                    and relname not in ('outbox', 'flyway_schema_history')
                union all
                select conrelid, level + 1 from referring join pg_constraint on confrelid = relation
                where contype = 'f' and conrelid <> confrelid)
            select relation::regclass::text, max(level),
                (select string_agg(quote_ident(attname), ', ' order by attnum) from pg_attribute
                where attrelid = relation and attnum > 0 and not attisdropped and attidentity = '' and attgenerated = ''
                    and not exists (select from pg_attrdef where adrelid = attrelid and adnum = attnum
                        and pg_get_expr(adbin, adrelid) like '%()%'))
            from referring group by relation order by max(level), relation
            """;

    /**
     * The rows of one table.
     *
     * @param columns those that are written, separated by commas
     * @param json their content, as PostgreSQL writes a row as JSON
     */
    record Rows(String table, String columns, List<String> json) {}

    /** What a service keeps of the delivery: every row that names it. */
    public static KeptRows of(Database database, String deliveryId) {
        List<Rows> kept = new ArrayList<>();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet tables = statement.executeQuery(TABLES)) {
            while (tables.next()) {
                Rows rows = rows(connection, tables.getString(1), tables.getString(3), deliveryId);
                if (!rows.json().isEmpty()) {
                    kept.add(rows);
                }
            }
            return new KeptRows(database, kept);
        } catch (SQLException unreadable) {
            throw failure(database, unreadable);
        }
    }

    private static Rows rows(Connection connection, String table, String columns, String deliveryId)
            throws SQLException {
        String query =
                "select json from (select to_jsonb(t)::text as json from %s t) all_rows where strpos(json, ?) > 0";
        try (PreparedStatement statement = connection.prepareStatement(query.formatted(table))) {
            statement.setString(1, deliveryId);
            List<String> rows = new ArrayList<>();
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    rows.add(found.getString(1));
                }
            }
            return new Rows(table, columns, rows);
        }
    }

    /** How many rows these are. */
    public int count() {
        return tables.stream().mapToInt(rows -> rows.json().size()).sum();
    }

    /**
     * Inserts copies for other deliveries, all of a table in one statement: a ledger refuses one side of a transaction alone.
     *
     * @param first the number of the first copy
     * @param count how many deliveries
     */
    public void copy(int first, int count) {
        try (Connection connection = database.connect()) {
            for (Rows rows : tables) {
                copy(connection, rows, first, count);
            }
        } catch (SQLException refused) {
            throw failure(database, refused);
        }
    }

    private static void copy(Connection connection, Rows rows, int first, int count) throws SQLException {
        Set<String> ids = CopiedIds.in(String.join(" ", rows.json()));
        String insert = """
                insert into %1$s (%2$s)
                select %3$s from generate_series(?, ?) n cross join unnest(?) as template (json)
                cross join lateral jsonb_populate_record(null::%1$s, (%4$s)::jsonb) copied
                """.formatted(
                        rows.table(), rows.columns(), copied(rows.columns()), CopiedIds.sql("template.json", ids));
        try (PreparedStatement statement = connection.prepareStatement(insert)) {
            statement.setInt(1, first);
            statement.setInt(2, first + count - 1);
            statement.setArray(3, connection.createArrayOf("text", rows.json().toArray()));
            statement.executeUpdate();
        }
    }

    private static String copied(String columns) {
        return "copied." + columns.replace(", ", ", copied.");
    }

    /** Brings the statistics of the planner up to date, and the map of what every transaction sees. */
    public static void vacuum(Database database) {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("vacuum analyze");
        } catch (SQLException refused) {
            throw failure(database, refused);
        }
    }

    private static InvalidMeasurement failure(Database database, SQLException cause) {
        return new InvalidMeasurement("the database of " + database.user() + " can't be seeded: " + cause.getMessage());
    }
}
