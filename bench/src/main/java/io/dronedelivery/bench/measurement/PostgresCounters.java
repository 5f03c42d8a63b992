package io.dronedelivery.bench.measurement;

import io.dronedelivery.local.project.Endpoints;
import io.dronedelivery.local.project.Service;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;

/**
 * The counters of PostgreSQL. They are up to a second late, since a server process updates them once a second at most.
 *
 * @param commits the committed transactions of each database, read-only ones and single statements included
 * @param walBytes the bytes that all databases together have written to the write-ahead log
 */
record PostgresCounters(Map<String, Long> commits, long walBytes) {
    private static final Service ANY = Service.DELIVERY; // every database shows the counters of all
    private static final String QUERY = """
            select datname, xact_commit, (pg_current_wal_lsn() - '0/0'::pg_lsn)::bigint
            from pg_stat_database where datname is not null and datname not like 'template%' and datname <> 'postgres'
            """;

    static PostgresCounters read() {
        try (Connection database = DriverManager.getConnection(Endpoints.database(ANY), ANY.id(), ANY.id());
                Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery(QUERY)) {
            Map<String, Long> commits = new TreeMap<>();
            long walBytes = 0;
            while (rows.next()) {
                commits.put(rows.getString(1), rows.getLong(2));
                walBytes = rows.getLong(3);
            }
            return new PostgresCounters(commits, walBytes);
        } catch (SQLException unreadable) {
            throw new InvalidMeasurement("PostgreSQL's counters can't be read: " + unreadable.getMessage());
        }
    }

    /** What was counted after the earlier reading. */
    PostgresCounters since(PostgresCounters earlier) {
        Map<String, Long> more = new TreeMap<>(commits);
        earlier.commits.forEach((database, before) -> more.merge(database, -before, Long::sum));
        return new PostgresCounters(more, walBytes - earlier.walBytes);
    }
}
