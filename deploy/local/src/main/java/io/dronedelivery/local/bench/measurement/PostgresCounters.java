package io.dronedelivery.local.bench.measurement;

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
 * What PostgreSQL has counted. A server process adds to the counters of its database once a second at most, so that they
 * are that much late.
 *
 * @param commits transactions that were committed, those that only read and single statements among them, by database
 * @param walBytes written to the write-ahead log, by all databases together
 */
record PostgresCounters(Map<String, Long> commits, long walBytes) {
    private static final Service ANY = Service.DELIVERY; // the counters of all are seen from each
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

    /** What came after those. */
    PostgresCounters since(PostgresCounters earlier) {
        Map<String, Long> more = new TreeMap<>(commits);
        earlier.commits.forEach((database, before) -> more.merge(database, -before, Long::sum));
        return new PostgresCounters(more, walBytes - earlier.walBytes);
    }
}
