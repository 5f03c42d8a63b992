package io.dronedelivery.local.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dronedelivery.contracts.Json;
import io.dronedelivery.local.process.ProcessStatus;
import io.dronedelivery.local.process.SystemStatus;
import io.dronedelivery.local.project.AtomicFile;
import io.dronedelivery.local.project.Project;
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
import java.util.List;
import java.util.Optional;

/** A real PostgreSQL that was backed up while it ran, wrote on, and was killed. */
final class KilledPostgres {
    private static final Duration ARCHIVED_WITHIN = Duration.ofSeconds(30);

    private final Project project;
    private final LocalPostgres server;
    private final WalArchive archive;

    private KilledPostgres(Project project, LocalPostgres server, WalArchive archive) {
        this.project = project;
        this.server = server;
        this.archive = archive;
    }

    /** Fills a state folder, and takes a backup. */
    static void leave(Project project, BackupFolder backup) throws IOException, SQLException {
        WalArchive archive = WalArchive.make(project.walArchive());
        StoredState.withKafka(project);
        LocalPostgres server = LocalPostgres.start(project.postgres(), 0, Optional.of(archive));
        try {
            new KilledPostgres(project, server, archive).write(backup);
        } finally {
            server.process().destroyForcibly().onExit().join();
        }
    }

    private void write(BackupFolder backup) throws IOException, SQLException {
        writeStatus();
        execute("CREATE TABLE paid (what text)");
        pay("before the backup");
        assertThat(SystemBackup.take(project, backup.folder()).standstill()).isPositive();
        pay("archived");
        archiveSegment();
        pay("archived later");
        archiveSegment();
        pay("last");
    }

    /** By which a backup knows what has to stand still. */
    private void writeStatus() {
        ProcessHandle process = server.process().toHandle();
        ProcessStatus status = new ProcessStatus(
                "postgresql",
                server.port(),
                ProcessStatus.State.READY,
                process.pid(),
                process.info().startInstant().orElseThrow(),
                0,
                null);
        SystemStatus system = new SystemStatus(0, SystemStatus.Phase.READY, null, null, List.of(status));
        AtomicFile.write(project.status(), Json.bytes(system));
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
}
