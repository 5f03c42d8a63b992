package io.dronedelivery.local.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Each test loses something of what a {@link KilledPostgres} has left. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DatabaseRecoveryTest {
    private static final int SEGMENTS_PER_UPPER_PART = 256;

    private final Project left;
    private final BackupFolder backup;

    DatabaseRecoveryTest(@TempDir Path folder) throws IOException, SQLException {
        this.left = new Project(folder, folder.resolve("state"));
        this.backup = new BackupFolder(folder.resolve("backup"));
        KilledPostgres.leave(left, backup);
    }

    @Test
    void everyCommitIsThereAgainAfterTheTablesWereLost(@TempDir Path folder) throws Exception {
        Project project = copy(folder);
        StoredData.delete(project.postgres().resolve("data/base"));
        StoredData.delete(project.postgres().resolve("data/global"));

        DatabaseRecovery.Result result = DatabaseRecovery.recover(project, backup, false);

        assertThat(result.lastCommit()).isPresent();
        assertThat(result.aside().resolve("postgresql/data/pg_wal")).isDirectory();
        assertThat(paid(project)).containsExactly("before the backup", "archived", "archived later", "last");
        assertThat(WalArchive.in(project.walArchive()).orElseThrow().id())
                .as("the archive that follows the recovery")
                .isNotEqualTo(backup.check().walArchive());
    }

    @Test
    void ifTheLastWriteAheadLogIsLostOnlyWhoAcceptsThatGetsTheRest(@TempDir Path folder) throws Exception {
        Project project = copy(folder);
        StoredData.delete(project.postgres());

        assertThatThrownBy(() -> DatabaseRecovery.recover(project, backup, false))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("the last WAL is lost");
        assertThat(project.restoring()).doesNotExist();

        DatabaseRecovery.recover(project, backup, true);

        assertThat(paid(project)).containsExactly("before the backup", "archived", "archived later");
    }

    @Test
    void aMissingSegmentIsNoticed(@TempDir Path folder) throws Exception {
        Project project = copy(folder);
        long number = WalSegments.in(project.walArchive()).numbers().last();
        String segment =
                "00000001%08X%08X".formatted(number / SEGMENTS_PER_UPPER_PART, number % SEGMENTS_PER_UPPER_PART);
        Files.delete(project.walArchive().resolve(segment));
        Files.deleteIfExists(project.postgres().resolve("data/pg_wal").resolve(segment));
        Checksums before = Checksums.of(project.state());

        assertThatThrownBy(() -> DatabaseRecovery.recover(project, backup, false))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("segment " + number + " is missing");

        assertThat(Checksums.of(project.state())).isEqualTo(before);
    }

    @Test
    void aBackupThatAnotherArchiveFollowsIsRefused(@TempDir Path folder) throws Exception {
        Project project = copy(folder);
        StoredData.delete(project.walArchive());
        WalArchive.make(project.walArchive());

        assertThatThrownBy(() -> DatabaseRecovery.recover(project, backup, false))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("can't be recovered by this backup");
    }

    private Project copy(Path folder) throws IOException {
        Project project = new Project(folder, folder.resolve("state"));
        FolderCopy.copy(left.state(), project.state());
        return project;
    }

    private static List<String> paid(Project project) throws SQLException {
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
