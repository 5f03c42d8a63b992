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
 * A program to run as a process of its own.
 *
 * @param environment what it sees besides this process's environment
 * @param log gets both its outputs
 */
public record Program(List<String> command, Map<String, String> environment, Path log) {
    private static final long LOG_BYTES_MAX = 20 << 20;
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(30);
    private static final Duration KILL_PATIENCE = Duration.ofSeconds(5);

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

    /** Asks a process to end, waits, and kills it where it does not. */
    public static void stop(ProcessHandle process) {
        process.destroy();
        awaitEnd(process, STOP_PATIENCE);
        if (process.isAlive()) {
            process.destroyForcibly();
            awaitEnd(process, KILL_PATIENCE);
        }
    }

    /** Not interruptible: whoever stops a process has to see its end. */
    public static void awaitEnd(ProcessHandle process, Duration patience) {
        process.onExit()
                .completeOnTimeout(process, patience.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }
}
