package io.dronedelivery.local.process;

import io.dronedelivery.local.process.ManagedProcess.Running;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * A program that runs as a process of its own.
 *
 * @param command the program and its arguments
 * @param environment variables besides those of this process
 * @param log the file that the program's output and errors are appended to
 */
public record Program(List<String> command, Map<String, String> environment, Path log) {
    private static final long LOG_BYTES_MAX = 20 << 20;
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(30);
    private static final Duration KILL_TIMEOUT = Duration.ofSeconds(5);

    /**
     * Starts the program.
     *
     * @param ready whether the program can do its work
     * @param live whether the program does not need a restart
     * @throws UncheckedIOException if the program cannot be started
     */
    public Running launch(BooleanSupplier ready, BooleanSupplier live) {
        Process process = start();
        return new Running(process, ready, live, () -> stop(process.toHandle()));
    }

    private Process start() {
        try {
            Files.createDirectories(log.getParent());
            if (Files.exists(log) && Files.size(log) > LOG_BYTES_MAX) {
                Files.move(log, log.resolveSibling(log.getFileName() + ".old"), StandardCopyOption.REPLACE_EXISTING);
            }
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(Redirect.appendTo(log.toFile()));
            builder.environment().putAll(environment);
            Process process = builder.start();
            process.getOutputStream().close();
            return process;
        } catch (IOException impossible) {
            throw new UncheckedIOException("cannot start " + command.getFirst(), impossible);
        }
    }

    /** Asks a process to end, waits for 30 s, and then kills it. */
    public static void stop(ProcessHandle process) {
        process.destroy();
        awaitEnd(process, STOP_TIMEOUT);
        if (process.isAlive()) {
            process.destroyForcibly();
            awaitEnd(process, KILL_TIMEOUT);
        }
    }

    /** Waits for the end of a process. An interrupt does not end the wait: the process would be left running. */
    public static void awaitEnd(ProcessHandle process, Duration timeout) {
        process.onExit()
                .completeOnTimeout(process, timeout.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }
}
