package io.dronedelivery.local.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.dronedelivery.chassis.retry.Backoff;
import io.dronedelivery.local.process.ProcessStatus.State;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessMonitorTest {
    private static final Backoff SHORT = new Backoff(Duration.ofMillis(10), Duration.ofMillis(50));

    private final Path folder;
    private ProcessMonitor monitor;

    ProcessMonitorTest(@TempDir Path folder) {
        this.folder = folder;
        this.monitor = monitor(TinyProcess.sleeping(folder), () -> true);
    }

    @AfterEach
    void stop() {
        monitor.stop();
    }

    @Test
    void aKilledProcessIsStartedAgain() {
        monitor.start();
        monitor.ready().join();
        ProcessHandle killed = status().handle().orElseThrow();

        killed.destroyForcibly();

        await().until(() -> status().restarts() == 1 && status().state() == State.READY);
        assertThat(status().handle()).isPresent().get().isNotEqualTo(killed);
        assertThat(status().failure()).contains("exit code 137");
    }

    @Test
    void aProcessThatDiesWhileNoStatusCanBeWrittenIsStartedAgain() throws Exception {
        monitor.start();
        monitor.ready().join();
        ProcessHandle killed = status().handle().orElseThrow();
        Path inTheWay = Files.createDirectory(folder.resolve("status.json.new"));

        killed.destroyForcibly();
        await().until(() -> children().anyMatch(child -> !child.equals(killed)));
        Files.delete(inTheWay);
        children().forEach(ProcessHandle::destroyForcibly);

        await().until(() -> status().restarts() == 2 && status().state() == State.READY);
    }

    @Test
    void aStoppedProcessStaysStopped() {
        monitor.start();
        monitor.ready().join();
        ProcessHandle process = status().handle().orElseThrow();

        monitor.stop();

        assertThat(process.isAlive()).isFalse();
        assertThat(status().state()).isEqualTo(State.STOPPED);
    }

    @Test
    void theFailureOfAProcessThatNeverBecomesReadyTellsWhy() {
        monitor = monitor(TinyProcess.script(folder, "exit 3"), () -> false);

        monitor.start();

        assertThatThrownBy(() -> monitor.ready().join())
                .isInstanceOf(CompletionException.class)
                .hasRootCauseMessage("tiny does not start: ended with exit code 3; ./dronectl logs tiny shows more");
    }

    @Test
    void ifTheStoredDataAreOfAnotherVersionTheFailureSaysWhatToDo() {
        monitor = monitor(TinyProcess.script(folder, "exit " + ProcessMonitor.INCOMPATIBLE_DATA), () -> false);

        monitor.start();

        assertThatThrownBy(() -> monitor.ready().join())
                .hasRootCauseMessage("tiny does not start: the stored data are of an incompatible version: "
                        + "./dronectl reset deletes them; ./dronectl logs tiny shows more");
    }

    @Test
    void aProcessIsReadyWhenItsCheckSucceeds() throws Exception {
        Path sign = folder.resolve("sign");
        monitor = monitor(TinyProcess.sleeping(folder), () -> Files.exists(sign));
        monitor.start();
        await().until(() -> status().state() == State.STARTING);
        assertThat(monitor.ready()).isNotDone();

        Files.createFile(sign);

        monitor.ready().join();
        assertThat(status().state()).isEqualTo(State.READY);
    }

    private ProcessMonitor monitor(Program program, BooleanSupplier ready) {
        ManagedProcess process = new ManagedProcess("tiny", 0, () -> program.launch(ready, () -> true));
        return new ProcessMonitor(process, new StatusWriter(folder.resolve("status.json"), List.of(process)), SHORT);
    }

    private static Stream<ProcessHandle> children() {
        return ProcessHandle.current().children().filter(ProcessHandle::isAlive);
    }

    private ProcessStatus status() {
        return SystemStatus.read(folder.resolve("status.json"))
                .orElseThrow()
                .processes()
                .getFirst();
    }
}
