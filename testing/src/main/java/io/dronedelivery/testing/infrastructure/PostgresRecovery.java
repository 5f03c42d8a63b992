package io.dronedelivery.testing.infrastructure;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Brings a copy of a server's data to the last commit, by the write-ahead log (WAL) that the server wrote after the copy.
 * The copy has to be of one moment: of a stopped server, or of one whose processes stood still. PostgreSQL's own
 * recovery does it (its documentation, "Continuous Archiving and Point-in-Time Recovery"); no backup label is needed then.
 */
public final class PostgresRecovery {
    private static final Duration TIMEOUT = Duration.ofHours(1);

    private PostgresRecovery() {}

    /**
     * What was replayed.
     *
     * @param lastCommit when the last of the replayed transactions was committed; empty if there was none
     * @param end the place in the WAL up to which it was replayed, in bytes
     */
    public record Replayed(Optional<Instant> lastCommit, long end) {}

    /**
     * Replays all WAL that is in the archive and in the data's <code>pg_wal</code>, and stops the server again. From then
     * on the data have a timeline of their own.
     *
     * @param folder the copy, on which no server runs
     * @throws IllegalStateException if PostgreSQL can't recover; its log says why
     */
    public static Replayed run(Path folder, WalArchive archive) {
        PostgresFolder home = new PostgresFolder(folder);
        home.requestRecovery();
        List<String> settings = new ArrayList<>(archive.recovering());
        settings.add("hot_standby=off"); // so that it takes connections only when all is replayed
        try (LocalPostgres server = LocalPostgres.launch(home, FreePorts.next(), settings);
                Connection operator = server.connectWhenReady(TIMEOUT)) {
            return replayed(operator);
        } catch (SQLException failed) {
            throw new IllegalStateException("PostgreSQL can't recover; see " + home.log(), failed);
        }
    }

    private static Replayed replayed(Connection operator) throws SQLException {
        try (Statement statement = operator.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT pg_last_xact_replay_timestamp(), (pg_last_wal_replay_lsn() - '0/0')::bigint")) {
            row.next();
            OffsetDateTime lastCommit = row.getObject(1, OffsetDateTime.class);
            return new Replayed(Optional.ofNullable(lastCommit).map(OffsetDateTime::toInstant), row.getLong(2));
        }
    }
}
