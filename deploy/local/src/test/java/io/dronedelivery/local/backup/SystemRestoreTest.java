package io.dronedelivery.local.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dronedelivery.contracts.Json;
import io.dronedelivery.local.project.AtomicFile;
import io.dronedelivery.local.project.Project;
import io.dronedelivery.local.project.UserError;
import io.dronedelivery.local.runtime.ClockFile;
import io.dronedelivery.local.runtime.DataCheck;
import io.dronedelivery.testing.infrastructure.WalArchive;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SystemRestoreTest {
    private final Project project;
    private final Path folder;

    SystemRestoreTest(@TempDir Path temporary) throws IOException {
        this.project = StoredState.in(temporary);
        this.folder = temporary.resolve("backup");
    }

    @Test
    void whatWasBackedUpIsThereAgainAndWhatCameAfterIsSetAside() throws IOException {
        List<Checksums> before = data();
        SystemBackup.take(project, folder);
        Files.writeString(StoredState.log(project), "accepted, and one more");

        Path aside = SystemRestore.restore(project, new BackupFolder(folder));

        assertThat(data()).isEqualTo(before);
        assertThat(aside.resolve("kafka/data/delivery.requests-0/0.log")).hasContent("accepted, and one more");
    }

    @Test
    void aRefusedRestoreChangesNothing() throws IOException {
        SystemBackup.take(project, folder);
        Files.delete(folder.resolve("data/clock.json"));
        Checksums before = Checksums.of(project.state());

        assertThatThrownBy(() -> SystemRestore.restore(project, new BackupFolder(folder)))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("clock.json is missing");

        assertThat(Checksums.of(project.state())).isEqualTo(before);
    }

    @Test
    void anArchiveOfWriteAheadLogBeginsAnew() throws IOException {
        String archived = WalArchive.make(project.walArchive()).id();
        SystemBackup.take(project, folder);

        Path aside = SystemRestore.restore(project, new BackupFolder(folder));

        assertThat(WalArchive.in(aside.resolve("wal-archive")).orElseThrow().id())
                .isEqualTo(archived);
        assertThat(WalArchive.in(project.walArchive()).orElseThrow().id()).isNotEqualTo(archived);
    }

    @Test
    void theClockGoesOnAtTheMomentOfTheBackup() throws IOException {
        new ClockFile(project.clock()).start(1);
        SystemBackup.take(project, folder);

        SystemRestore.restore(project, new BackupFolder(folder));

        assertThat(project.clock())
                .content()
                .contains("\"stopped\":\"" + new BackupFolder(folder).check().taken() + "\"");
    }

    @Test
    void nothingStartsAfterAnInterruptedExchangeUntilItIsFinished() throws IOException {
        interruptAfterTheFirstFolder();
        assertThatThrownBy(() -> new DataCheck(project).check())
                .isInstanceOf(UserError.class)
                .hasMessageContaining("a restore was interrupted");

        Path aside = Replacement.finish(project).orElseThrow();

        assertThatCode(() -> new DataCheck(project).check()).doesNotThrowAnyException();
        assertThat(project.restoring()).doesNotExist();
        assertThat(project.postgres().resolve("data/table")).hasContent("restored");
        assertThat(StoredState.log(project)).hasContent("restored");
        assertThat(aside.resolve("postgresql/data/table")).hasContent("committed");
        assertThat(aside.resolve("kafka/data/delivery.requests-0/0.log")).hasContent("accepted");
    }

    /** The databases are exchanged, the broker's data are set aside, and nothing is in their place. */
    private void interruptAfterTheFirstFolder() throws IOException {
        Path aside = Files.createDirectories(project.state().resolve("aside"));
        Files.move(project.postgres(), aside.resolve("postgresql"));
        Files.move(project.kafka(), aside.resolve("kafka"));
        write(project.postgres().resolve("data/table"));
        write(project.restoring().resolve("kafka/data/delivery.requests-0/0.log"));
        List<String> names = List.of("postgresql", "kafka");
        AtomicFile.write(project.pendingRestore(), Json.bytes(new Replacement.Pending("aside", names, names)));
    }

    private static void write(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "restored");
    }

    /** The data, without the id of a process. */
    private List<Checksums> data() throws IOException {
        Files.deleteIfExists(project.postgres().resolve("data/postmaster.pid"));
        List<Checksums> data = new ArrayList<>();
        for (Path part : SystemBackup.parts(project)) {
            data.add(Checksums.of(part));
        }
        return data;
    }
}
