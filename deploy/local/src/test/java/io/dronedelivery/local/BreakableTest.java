package io.dronedelivery.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dronedelivery.local.PartStatus.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BreakableTest {
    private static final BackOff SHORT =
            new BackOff(Duration.ofMillis(10), Duration.ofMillis(50), Duration.ofMinutes(1));

    private final Breakable breakable = new Breakable("tiny");
    private final Path folder;
    private final Path ticks;
    private final Keeper keeper;

    BreakableTest(@TempDir Path folder) {
        this.folder = folder;
        this.ticks = folder.resolve("ticks");
        Program program = TinyProcess.script(folder, "while true; do echo tick >> " + ticks + "; sleep 0.02; done");
        Part part = breakable.part(new Part("tiny", 0, () -> program.launch(() -> true, () -> true)));
        this.keeper = new Keeper(part, new StatusBoard(folder.resolve("status.json"), List.of(part)), SHORT);
    }

    @BeforeEach
    void start() {
        keeper.start();
        keeper.ready().join();
    }

    @AfterEach
    void stop() {
        breakable.thaw();
        breakable.letUp();
        keeper.stop();
    }

    @Test
    void whatIsKilledComesBack() {
        assertThat(breakable.kill()).isTrue();

        await().until(() -> status().restarts() == 1 && status().state() == State.READY);
    }

    @Test
    void whatIsFrozenStandsStillUntilItIsThawed() {
        await().until(() -> ticks() > 0);

        assertThat(breakable.freeze()).isTrue();

        long still = ticks();
        await().during(Duration.ofMillis(200)).until(() -> ticks() == still);
        breakable.thaw();
        long before = ticks();
        await().until(() -> ticks() > before);
        assertThat(status().restarts()).isZero();
    }

    @Test
    void whatIsKeptDownComesBackOnlyWhenItIsLetUp() {
        assertThat(breakable.keepDown()).isTrue();
        await().during(Duration.ofMillis(200)).until(() -> status().state() == State.WAITING);
        assertThat(breakable.kill()).isFalse();

        breakable.letUp();

        await().until(() -> status().state() == State.READY);
    }

    @Test
    void whatIsKeptDownCanBeStopped() {
        breakable.keepDown();
        await().until(() -> status().state() == State.WAITING);

        keeper.stop();

        assertThat(status().state()).isEqualTo(State.STOPPED);
    }

    private PartStatus status() {
        return SystemStatus.read(folder.resolve("status.json"))
                .orElseThrow()
                .parts()
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
