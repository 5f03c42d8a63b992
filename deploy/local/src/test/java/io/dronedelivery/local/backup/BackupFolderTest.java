package io.dronedelivery.local.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dronedelivery.local.project.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BackupFolderTest {
    private static final String LOG = "kafka/data/delivery.requests-0/0.log";

    private final Path folder;
    private BackupFolder backup;

    BackupFolderTest(@TempDir Path folder) {
        this.folder = folder;
        this.backup = new BackupFolder(folder);
    }

    /** What can happen to a backup, with what it is refused for. */
    enum Damage {
        MISSING_FILE(LOG + " is missing") {
            @Override
            void inflict(BackupFolder backup) throws IOException {
                Files.delete(backup.data().resolve(LOG));
            }
        },
        CHANGED_BYTE(LOG + " is changed") {
            @Override
            void inflict(BackupFolder backup) throws IOException {
                Files.writeString(backup.data().resolve(LOG), "acceptee");
            }
        },
        TRUNCATED_FILE(LOG + " is changed") {
            @Override
            void inflict(BackupFolder backup) throws IOException {
                Files.writeString(backup.data().resolve(LOG), "acc");
            }
        },
        ADDED_FILE("kafka/other is not part of it") {
            @Override
            void inflict(BackupFolder backup) throws IOException {
                Files.writeString(backup.data().resolve("kafka/other"), "");
            }
        },
        MISSING_EMPTY_FOLDER("postgresql/data/pg_notify is missing") {
            @Override
            void inflict(BackupFolder backup) throws IOException {
                Files.delete(backup.data().resolve("postgresql/data/pg_notify"));
            }
        },
        UNFINISHED("no backup, or an unfinished one") {
            @Override
            void inflict(BackupFolder backup) throws IOException {
                Files.delete(backup.folder().resolve("backup.json"));
            }
        },
        HALF_A_SUMMARY("backup.json can't be read") {
            @Override
            void inflict(BackupFolder backup) throws IOException {
                Path summary = backup.folder().resolve("backup.json");
                Files.writeString(summary, Files.readString(summary).substring(0, 20));
            }
        },
        CHANGED_CHECKSUMS("the file of checksums is changed") {
            @Override
            void inflict(BackupFolder backup) throws IOException {
                Path checksums = backup.folder().resolve("checksums");
                Files.writeString(checksums, Files.readString(checksums).replaceFirst("\\n.*\\n", "\n"));
            }
        },
        MISSING_CHECKSUMS("the checksums or the data are missing") {
            @Override
            void inflict(BackupFolder backup) throws IOException {
                Files.delete(backup.folder().resolve("checksums"));
            }
        },
        OTHER_FORMAT("its format is 2, and this version reads 1") {
            @Override
            void inflict(BackupFolder backup) throws IOException {
                replaceInSummary(backup, "\"format\":1", "\"format\":2");
            }
        },
        OTHER_POSTGRESQL("has data of PostgreSQL 9") {
            @Override
            void inflict(BackupFolder backup) throws IOException {
                replaceInSummary(backup, "\"postgresql\":\"\\d+\"", "\"postgresql\":\"9\"");
            }
        };

        final String refusal;

        Damage(String refusal) {
            this.refusal = refusal;
        }

        abstract void inflict(BackupFolder backup) throws IOException;

        private static void replaceInSummary(BackupFolder backup, String from, String to) throws IOException {
            Path summary = backup.folder().resolve("backup.json");
            Files.writeString(summary, Files.readString(summary).replaceFirst(from, to));
        }
    }

    @BeforeEach
    void backUp() throws IOException {
        backup = StoredState.backedUp(folder);
    }

    @Test
    void aWholeBackupIsTaken() {
        assertThatCode(backup::check).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @EnumSource
    void aDamagedBackupIsRefusedWithWhatIsWrong(Damage damage) throws IOException {
        damage.inflict(backup);

        assertThatThrownBy(backup::check).isInstanceOf(UserError.class).hasMessageContaining(damage.refusal);
    }

    @Test
    void theIdsOfProcessesAreNoPartOfIt() {
        assertThat(backup.postgres().resolve("data/global/pg_control")).exists();
        assertThat(backup.postgres().resolve("data/postmaster.pid")).doesNotExist();
    }

    @Test
    void aFolderThatHoldsSomethingIsLeftAlone() {
        assertThatThrownBy(() -> BackupFolder.make(backup.folder()))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("holds something already");

        assertThatCode(backup::check).doesNotThrowAnyException();
    }
}
