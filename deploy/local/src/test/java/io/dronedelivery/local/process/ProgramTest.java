package io.dronedelivery.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.dronedelivery.local.process.ManagedProcess.Running;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramTest {
    @Test
    void itsOutputsGoToItsLog(@TempDir Path folder) throws Exception {
        Running running =
                TinyProcess.script(folder, "echo said; echo failed >&2").launch(() -> true, () -> true);

        running.process().waitFor();

        assertThat(Files.readString(folder.resolve("tiny.log"))).isEqualTo("said\nfailed\n");
    }

    @Test
    void stoppingAnEndedProcessDoesNothing(@TempDir Path folder) {
        Running running = TinyProcess.script(folder, "exit 0").launch(() -> true, () -> true);

        running.stop().run();
        running.stop().run();

        assertThat(running.process().isAlive()).isFalse();
    }
}
