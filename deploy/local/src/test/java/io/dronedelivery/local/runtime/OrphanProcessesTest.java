package io.dronedelivery.local.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.dronedelivery.contracts.Json;
import io.dronedelivery.local.process.ManagedProcess.Running;
import io.dronedelivery.local.process.ProcessStatus;
import io.dronedelivery.local.process.ProcessStatus.State;
import io.dronedelivery.local.process.SystemStatus;
import io.dronedelivery.local.process.SystemStatus.Phase;
import io.dronedelivery.local.process.TinyProcess;
import io.dronedelivery.local.project.AtomicFile;
import io.dronedelivery.local.project.Project;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrphanProcessesTest {
    private final Project project;
    private final Running running;

    OrphanProcessesTest(@TempDir Path folder) {
        this.project = new Project(folder, folder);
        this.running = TinyProcess.sleeping(folder).launch(() -> true, () -> true);
    }

    @Test
    void anOrphanProcessIsStopped() {
        left(running.process().toHandle().info().startInstant().orElseThrow());

        new OrphanProcesses(project).end();

        assertThat(running.process().isAlive()).isFalse();
    }

    @Test
    void anotherProcessWithTheSameIdIsLeftAlone() {
        left(Instant.EPOCH);

        new OrphanProcesses(project).end();

        assertThat(running.process().isAlive()).isTrue();
        running.stop().run();
    }

    private void left(Instant began) {
        ProcessStatus process =
                new ProcessStatus("tiny", 0, State.READY, running.process().pid(), began, 0, null);
        AtomicFile.write(project.status(), Json.bytes(new SystemStatus(1, Phase.READY, null, null, List.of(process))));
    }
}
