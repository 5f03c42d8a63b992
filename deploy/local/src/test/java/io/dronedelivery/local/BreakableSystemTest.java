package io.dronedelivery.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BreakableSystemTest {
    private final Path folder;

    BreakableSystemTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void aFolderThatHoldsSomethingElseIsNeverTaken() throws Exception {
        Path precious = Files.writeString(folder.resolve("precious"), "data");

        assertThatThrownBy(() -> BreakableSystem.in(folder, 1, Map.of()))
                .isInstanceOf(Complaint.class)
                .hasMessageContaining("holds something else");
        assertThat(precious).hasContent("data");
    }
}
