package io.dronedelivery.local.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dronedelivery.local.process.ManagedProcess.Running;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FrozenProcessesTest {
    private final Running running;

    FrozenProcessesTest(@TempDir Path folder) {
        this.running =
                TinyProcess.script(folder, "sleep 1000 & sleep 1000 & wait").launch(() -> true, () -> true);
        await().until(() -> running.process().descendants().count() == 2);
    }

    @AfterEach
    void end() {
        running.process().descendants().forEach(ProcessHandle::destroyForcibly);
        running.stop().run();
    }

    @Test
    void processesAndTheirChildrenStandStillUntilTheyAreLetGo() throws IOException {
        try (FrozenProcesses _ =
                FrozenProcesses.freeze(List.of(running.process().toHandle()))) {
            assertThat(all()).hasSize(3).allMatch(FrozenProcessesTest::standsStill);
        }
        await().untilAsserted(() -> assertThat(all()).noneMatch(FrozenProcessesTest::standsStill));
    }

    @Test
    void theyGoOnIfWhoFrozeThemIsKilled() throws IOException {
        Process freezer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Freezer.class.getName(),
                        String.valueOf(running.process().pid()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertThat(freezer.inputReader(UTF_8).readLine()).isEqualTo("frozen");
        assertThat(all()).allMatch(FrozenProcessesTest::standsStill);

        freezer.destroyForcibly();

        await().untilAsserted(() -> assertThat(all()).noneMatch(FrozenProcessesTest::standsStill));
    }

    /** Freezes a process, and waits until it is killed itself. */
    static final class Freezer {
        private Freezer() {}

        public static void main(String[] arguments) throws IOException {
            ProcessHandle process =
                    ProcessHandle.of(Long.parseLong(arguments[0])).orElseThrow();
            try (FrozenProcesses _ = FrozenProcesses.freeze(List.of(process))) {
                System.out.println("frozen");
                int _ = System.in.read();
            }
        }
    }

    private List<ProcessHandle> all() {
        return Stream.concat(
                        Stream.of(running.process().toHandle()),
                        running.process().descendants())
                .toList();
    }

    private static boolean standsStill(ProcessHandle process) {
        try {
            Process ps = new ProcessBuilder("ps", "-o", "state=", "-p", String.valueOf(process.pid())).start();
            return new String(ps.getInputStream().readAllBytes(), UTF_8).strip().startsWith("T");
        } catch (IOException noPs) {
            throw new AssertionError(noPs);
        }
    }
}
