package io.dronedelivery.local.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dronedelivery.local.project.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DisposableFolderTest {
    private final Path folder;

    DisposableFolderTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void aCommandTakesItsOwnFolderAgain() throws IOException {
        DisposableFolder.claim(folder, "chaos");
        Path stored = Files.writeString(folder.resolve("stored"), "data");

        DisposableFolder.claim(folder, "chaos");

        assertThat(stored).exists();
    }

    @Test
    void aCommandNeverTakesTheFolderOfAnother() throws IOException {
        DisposableFolder.claim(folder, "chaos");
        Path stored = Files.writeString(folder.resolve("stored"), "data");

        assertThatThrownBy(() -> DisposableFolder.take(folder, "bench"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("belongs to ./dronectl chaos")
                .hasMessageContaining("name another folder");

        assertThat(stored).hasContent("data");
    }

    @Test
    void aFolderThatHoldsSomethingElseIsNeverTaken() throws IOException {
        Path precious = Files.writeString(folder.resolve("precious"), "data");

        assertThatThrownBy(() -> DisposableFolder.take(folder, "bench"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("holds something else");

        assertThat(precious).hasContent("data");
    }
}
