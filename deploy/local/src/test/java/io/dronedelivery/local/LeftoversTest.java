package io.dronedelivery.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.dronedelivery.contracts.Json;
import io.dronedelivery.local.Part.Running;
import io.dronedelivery.local.PartStatus.State;
import io.dronedelivery.local.SystemStatus.Phase;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftoversTest {
    private final Project project;
    private final Running running;

    LeftoversTest(@TempDir Path folder) {
        this.project = new Project(folder, folder);
        this.running = TinyProcess.sleeping(folder).launch(() -> true, () -> true);
    }

    @Test
    void whatAKilledRuntimeLeftIsEnded() {
        left(running.process().toHandle().info().startInstant().orElseThrow());

        new Leftovers(project).end();

        assertThat(running.process().isAlive()).isFalse();
    }

    @Test
    void aStrangerWithAUsedPidIsLeftAlone() {
        left(Instant.EPOCH);

        new Leftovers(project).end();

        assertThat(running.process().isAlive()).isTrue();
        running.stop().run();
    }

    private void left(Instant began) {
        PartStatus part =
                new PartStatus("tiny", 0, State.READY, running.process().pid(), began, 0, null);
        WholeFile.write(project.status(), Json.bytes(new SystemStatus(1, Phase.READY, null, List.of(part))));
    }
}
