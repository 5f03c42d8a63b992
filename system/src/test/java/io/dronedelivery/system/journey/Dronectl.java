package io.dronedelivery.system.journey;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * The command line as the script starts it, without the script's build: what is run is what Maven has just built.
 *
 * @param root the project
 * @param state the folder of the run's data and logs
 */
record Dronectl(Path root, Path state) {
    /** So that a system that is in use on this machine is not disturbed. */
    static final int PORT_OFFSET = 2_000;

    /** What a command printed, and its exit code. */
    record Printed(int exitCode, String text) {}

    /** Starts a command; its output is complete when it has ended. */
    CompletableFuture<Printed> start(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Ddronectl.home=" + root,
                "-Ddronectl.port.offset=" + PORT_OFFSET,
                "-cp",
                classPath(),
                "io.dronedelivery.local.cli.DroneCtl",
                "--state=" + state));
        command.addAll(List.of(arguments));
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            return CompletableFuture.supplyAsync(() -> printed(process));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Runs a command to its end. */
    Printed run(String... arguments) {
        return start(arguments).join();
    }

    private static Printed printed(Process process) {
        try {
            String text = new String(process.getInputStream().readAllBytes(), UTF_8);
            return new Printed(process.waitFor(), text);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private String classPath() {
        Path built = root.resolve("deploy/local/target");
        try {
            return built.resolve("local.jar") + File.pathSeparator + Files.readString(built.resolve("classpath"));
        } catch (IOException notBuilt) {
            throw new UncheckedIOException(notBuilt);
        }
    }
}
