package io.dronedelivery.local.chaos.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dronedelivery.chassis.retry.Backoff;
import io.dronedelivery.local.process.ManagedProcess;
import io.dronedelivery.local.process.ProcessMonitor;
import io.dronedelivery.local.process.ProcessStatus;
import io.dronedelivery.local.process.ProcessStatus.State;
import io.dronedelivery.local.process.Program;
import io.dronedelivery.local.process.StatusWriter;
import io.dronedelivery.local.process.SystemStatus;
import io.dronedelivery.local.process.TinyProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TargetProcessTest {
    private static final Backoff SHORT = new Backoff(Duration.ofMillis(10), Duration.ofMillis(50));

    private final TargetProcess target = new TargetProcess("tiny");
    private final Path folder;
    private final Path ticks;
    private final ProcessMonitor monitor;

    TargetProcessTest(@TempDir Path folder) {
        this.folder = folder;
        this.ticks = folder.resolve("ticks");
        Program program = TinyProcess.script(folder, "while true; do echo tick >> " + ticks + "; sleep 0.02; done");
        ManagedProcess process =
                target.process(new ManagedProcess("tiny", 0, () -> program.launch(() -> true, () -> true)));
        this.monitor =
                new ProcessMonitor(process, new StatusWriter(folder.resolve("status.json"), List.of(process)), SHORT);
    }

    @BeforeEach
    void start() {
        monitor.start();
        monitor.ready().join();
    }

    @AfterEach
    void stop() {
        target.thaw();
        target.allowRestart();
        monitor.stop();
    }

    @Test
    void aKilledProcessIsStartedAgain() {
        assertThat(target.kill()).isTrue();

        await().until(() -> status().restarts() == 1 && status().state() == State.READY);
    }

    @Test
    void aFrozenProcessDoesNothingUntilItIsThawed() {
        await().until(() -> ticks() > 0);

        assertThat(target.freeze()).isTrue();

        long still = ticks();
        await().during(Duration.ofMillis(200)).until(() -> ticks() == still);
        target.thaw();
        long before = ticks();
        await().until(() -> ticks() > before);
        assertThat(status().restarts()).isZero();
    }

    @Test
    void aProcessThatIsKeptDownIsStartedAgainOnlyWhenThatIsAllowed() {
        assertThat(target.keepDown()).isTrue();
        await().during(Duration.ofMillis(200)).until(() -> status().state() == State.WAITING);
        assertThat(target.kill()).isFalse();

        target.allowRestart();

        await().until(() -> status().state() == State.READY);
    }

    @Test
    void aProcessThatIsKeptDownCanBeStopped() {
        target.keepDown();
        await().until(() -> status().state() == State.WAITING);

        monitor.stop();

        assertThat(status().state()).isEqualTo(State.STOPPED);
    }

    private ProcessStatus status() {
        return SystemStatus.read(folder.resolve("status.json"))
                .orElseThrow()
                .processes()
                .getFirst();
    }

    private long ticks() {
        try (var lines = Files.lines(ticks)) {
            return lines.count();
        } catch (IOException notYet) {
            return 0;
        }
    }
}
