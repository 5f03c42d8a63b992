package io.dronedelivery.local.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.dronedelivery.contracts.Json;
import io.dronedelivery.local.process.ProcessStatus;
import io.dronedelivery.local.process.SystemStatus;
import io.dronedelivery.local.project.AtomicFile;
import io.dronedelivery.local.project.Project;
import io.dronedelivery.local.project.UserError;
import io.dronedelivery.local.runtime.StoredData;
import io.dronedelivery.testing.infrastructure.LocalPostgres;
import io.dronedelivery.testing.infrastructure.WalArchive;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real PostgreSQL is backed up while it runs, writes on, is killed, and loses its data. */
class DatabaseRecoveryTest {
    private static final Duration ARCHIVED_WITHIN = Duration.ofSeconds(30);
    private static final int SEGMENTS_PER_UPPER_PART = 256;

    private final Project project;
    private final BackupFolder backup;
    private final WalArchive archive;
    private final LocalPostgres server;

    DatabaseRecoveryTest(@TempDir Path folder) throws IOException {
        this.project = new Project(folder, folder.resolve("state"));
        this.backup = new BackupFolder(folder.resolve("backup"));
        this.archive = WalArchive.make(project.walArchive());
        StoredState.withKafka(project);
        this.server = LocalPostgres.start(project.postgres(), 0, Optional.of(archive));
    }

    @BeforeEach
    void writeBeforeTheBackupAndAfterIt() throws Exception {
        ProcessHandle process = server.process().toHandle();
        ProcessStatus status = new ProcessStatus(
                "postgresql",
                server.port(),
                ProcessStatus.State.READY,
                process.pid(),
                process.info().startInstant().orElseThrow(),
                0,
                null);
        AtomicFile.write(
                project.status(), Json.bytes(new SystemStatus(0, SystemStatus.Phase.READY, null, List.of(status))));
        execute("CREATE TABLE paid (what text)");
        pay("before the backup");
        assertThat(SystemBackup.take(project, backup.folder()).standstill()).isPositive();
        pay("archived");
        archiveSegment();
        pay("archived later");
        archiveSegment();
        pay("last");
        server.process().destroyForcibly().onExit().join();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void everyCommitIsThereAgainAfterTheTablesWereLost() throws Exception {
        StoredData.delete(project.postgres().resolve("data/base"));
        StoredData.delete(project.postgres().resolve("data/global"));

        DatabaseRecovery.Result result = DatabaseRecovery.recover(project, backup, false);

        assertThat(result.lastCommit()).isPresent();
        assertThat(result.aside().resolve("postgresql/data/pg_wal")).isDirectory();
        assertThat(paid()).containsExactly("before the backup", "archived", "archived later", "last");
        assertThat(WalArchive.in(project.walArchive()).orElseThrow().id())
                .as("the archive that follows the recovery")
                .isNotEqualTo(backup.check().walArchive());
    }

    @Test
    void ifTheLastWriteAheadLogIsLostOnlyWhoAcceptsThatGetsTheRest() throws Exception {
        StoredData.delete(project.postgres());

        assertThatThrownBy(() -> DatabaseRecovery.recover(project, backup, false))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("the last WAL is lost");
        assertThat(project.restoring()).doesNotExist();

        DatabaseRecovery.recover(project, backup, true);

        assertThat(paid()).containsExactly("before the backup", "archived", "archived later");
    }

    @Test
    void aMissingSegmentIsNoticed() throws Exception {
        long lastArchived = WalSegments.in(archive.folder()).numbers().last();
        delete("00000001%08X%08X"
                .formatted(lastArchived / SEGMENTS_PER_UPPER_PART, lastArchived % SEGMENTS_PER_UPPER_PART));

        assertThatThrownBy(() -> DatabaseRecovery.recover(project, backup, false))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("segment " + lastArchived + " is missing");

        assertThat(project.postgres().resolve("data/base")).exists();
        assertThat(project.restoring()).doesNotExist();
    }

    @Test
    void aBackupThatAnotherArchiveFollowsIsRefused() throws Exception {
        StoredData.delete(project.walArchive());
        WalArchive.make(project.walArchive());

        assertThatThrownBy(() -> DatabaseRecovery.recover(project, backup, false))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("can't be recovered by this backup");
    }

    private void delete(String segment) throws IOException {
        Files.delete(archive.folder().resolve(segment));
        Files.deleteIfExists(project.postgres().resolve("data/pg_wal").resolve(segment));
    }

    private void pay(String what) throws SQLException {
        execute("INSERT INTO paid VALUES ('" + what + "')");
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(server.url("accounting"), "accounting", "accounting");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Ends the segment that is written to, and waits until it is archived. */
    private void archiveSegment() throws SQLException, IOException {
        String password = Files.readString(project.postgres().resolve("operator-password"));
        try (Connection operator = DriverManager.getConnection(server.url("postgres"), "postgres", password);
                Statement statement = operator.createStatement();
                ResultSet row = statement.executeQuery("SELECT pg_walfile_name(pg_switch_wal())")) {
            row.next();
            Path segment = archive.folder().resolve(row.getString(1));
            await().atMost(ARCHIVED_WITHIN).until(() -> Files.exists(segment));
        }
    }

    private List<String> paid() throws SQLException {
        List<String> paid = new ArrayList<>();
        try (LocalPostgres recovered = LocalPostgres.start(project.postgres(), 0);
                Connection connection =
                        DriverManager.getConnection(recovered.url("accounting"), "accounting", "accounting");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT what FROM paid")) {
            while (rows.next()) {
                paid.add(rows.getString(1));
            }
        }
        return paid;
    }
}
