package io.dronedelivery.local.chaos.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dronedelivery.local.project.Replicas;
import io.dronedelivery.local.project.ServiceBuild;
import io.dronedelivery.local.project.UserError;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TargetSystemTest {
    private final Path folder;

    TargetSystemTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void aFolderThatHoldsSomethingElseIsNeverTaken() throws Exception {
        Path precious = Files.writeString(folder.resolve("precious"), "data");

        assertThatThrownBy(() -> TargetSystem.in(folder, ServiceBuild.JVM, 1, Map.of(), Replicas.NONE))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("holds something else");
        assertThat(precious).hasContent("data");
    }
}
