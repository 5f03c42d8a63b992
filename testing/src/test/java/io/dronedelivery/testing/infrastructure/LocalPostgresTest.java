package io.dronedelivery.testing.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalPostgresTest {
    private final Path folder;

    LocalPostgresTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void aCommittedRowSurvivesAKillOfTheServer() throws SQLException {
        LocalPostgres killed = LocalPostgres.start(folder, 0);
        execute(killed, "accounting", "CREATE TABLE paid (amount int)");
        execute(killed, "accounting", "INSERT INTO paid VALUES (7)");

        killed.process().destroyForcibly().onExit().join();

        try (LocalPostgres restarted = LocalPostgres.start(folder, killed.port())) {
            assertThat(paid(restarted)).isEqualTo(7);
        }
    }

    @Test
    void aServerThatOutlivedItsStarterIsReplaced() throws SQLException {
        LocalPostgres orphan = LocalPostgres.start(folder, 0);
        execute(orphan, "accounting", "CREATE TABLE paid AS SELECT 8 AS amount");

        try (LocalPostgres restarted = LocalPostgres.start(folder, 0)) {
            assertThat(orphan.process().isAlive()).isFalse();
            assertThat(paid(restarted)).isEqualTo(8);
        }
    }

    @Test
    void aPidFileWithAReusedPidIsIgnored() throws SQLException, IOException {
        LocalPostgres killed = LocalPostgres.start(folder, 0);
        killed.process().destroyForcibly().onExit().join();
        Path pidFile = folder.resolve("data").resolve("postmaster.pid");
        String mine = ProcessHandle.current().pid() + "\n";
        Files.writeString(pidFile, Files.readString(pidFile).replaceFirst("\\d+\n", mine));
        Files.setLastModifiedTime(pidFile, FileTime.from(Instant.EPOCH));

        try (LocalPostgres restarted = LocalPostgres.start(folder, 0)) {
            assertThat(restarted.process().isAlive()).isTrue();
        }
    }

    @Test
    void aServiceCannotConnectToTheDatabaseOfAnother() throws SQLException {
        try (LocalPostgres postgres = LocalPostgres.start(folder, 0)) {
            assertThatThrownBy(() -> DriverManager.getConnection(postgres.url("accounting"), "drone", "drone"))
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() -> DriverManager.getConnection(postgres.url("drone"), "drone", "guessed"))
                    .hasMessageContaining("password authentication failed");
        }
    }

    private static void execute(LocalPostgres postgres, String database, String sql) throws SQLException {
        try (Connection connection = connect(postgres, database);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static int paid(LocalPostgres postgres) throws SQLException {
        try (Connection connection = connect(postgres, "accounting");
                var rows = connection.createStatement().executeQuery("SELECT amount FROM paid")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static Connection connect(LocalPostgres postgres, String database) throws SQLException {
        return DriverManager.getConnection(postgres.url(database), database, database);
    }
}
