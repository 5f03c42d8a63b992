package io.dronedelivery.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.dronedelivery.local.PartStatus.State;
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

class KeeperTest {
    private static final BackOff SHORT =
            new BackOff(Duration.ofMillis(10), Duration.ofMillis(50), Duration.ofMinutes(1));

    private final Path folder;
    private Keeper keeper;

    KeeperTest(@TempDir Path folder) {
        this.folder = folder;
        this.keeper = keeper(TinyProcess.sleeping(folder), () -> true);
    }

    @AfterEach
    void stop() {
        keeper.stop();
    }

    @Test
    void whatIsKilledIsStartedAgain() {
        keeper.start();
        keeper.ready().join();
        ProcessHandle killed = status().process().orElseThrow();

        killed.destroyForcibly();

        await().until(() -> status().restarts() == 1 && status().state() == State.READY);
        assertThat(status().process()).isPresent().get().isNotEqualTo(killed);
        assertThat(status().trouble()).contains("exit code 137");
    }

    @Test
    void whatDiesWhileNoStatusCanBeWrittenIsStartedAgain() throws Exception {
        keeper.start();
        keeper.ready().join();
        ProcessHandle killed = status().process().orElseThrow();
        Path inTheWay = Files.createDirectory(folder.resolve("status.json.new"));

        killed.destroyForcibly();
        await().until(() -> children().anyMatch(child -> !child.equals(killed)));
        Files.delete(inTheWay);
        children().forEach(ProcessHandle::destroyForcibly);

        await().until(() -> status().restarts() == 2 && status().state() == State.READY);
    }

    @Test
    void whatIsStoppedStaysStopped() {
        keeper.start();
        keeper.ready().join();
        ProcessHandle process = status().process().orElseThrow();

        keeper.stop();

        assertThat(process.isAlive()).isFalse();
        assertThat(status().state()).isEqualTo(State.STOPPED);
    }

    @Test
    void whatNeverBecomesReadyIsToldWithItsReason() {
        keeper = keeper(TinyProcess.script(folder, "exit 3"), () -> false);

        keeper.start();

        assertThatThrownBy(() -> keeper.ready().join())
                .isInstanceOf(CompletionException.class)
                .hasRootCauseMessage("tiny does not start: ended with exit code 3; ./dronectl logs tiny shows more");
    }

    @Test
    void itIsReadyWhenItSaysSo() throws Exception {
        Path sign = folder.resolve("sign");
        keeper = keeper(TinyProcess.sleeping(folder), () -> Files.exists(sign));
        keeper.start();
        await().until(() -> status().state() == State.STARTING);
        assertThat(keeper.ready()).isNotDone();

        Files.createFile(sign);

        keeper.ready().join();
        assertThat(status().state()).isEqualTo(State.READY);
    }

    private Keeper keeper(Program program, BooleanSupplier ready) {
        Part part = new Part("tiny", 0, () -> program.launch(ready, () -> true));
        return new Keeper(part, new StatusBoard(folder.resolve("status.json"), List.of(part)), SHORT);
    }

    private static Stream<ProcessHandle> children() {
        return ProcessHandle.current().children().filter(ProcessHandle::isAlive);
    }

    private PartStatus status() {
        return SystemStatus.read(folder.resolve("status.json"))
                .orElseThrow()
                .parts()
                .getFirst();
    }
}
