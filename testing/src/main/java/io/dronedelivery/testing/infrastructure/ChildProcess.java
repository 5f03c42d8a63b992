package io.dronedelivery.testing.infrastructure;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Starts and ends processes, and finds the orphans of an earlier run. */
final class ChildProcess {
    private static final Duration KILL_TIMEOUT = Duration.ofSeconds(10);

    private static final Duration CLOCK_GRANULARITY = Duration.ofSeconds(1); // of the start time of a process

    private ChildProcess() {}

    /** Starts a program that writes both its outputs to the end of a log file and reads nothing. */
    static Process start(List<String> command, Path log) {
        try {
            Files.createDirectories(log.toAbsolutePath().getParent());
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .redirectInput(ProcessBuilder.Redirect.from(nothing().toFile()))
                    .start();
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot start " + command.getFirst(), failed);
        }
    }

    private static Path nothing() {
        return Path.of(System.getProperty("os.name").startsWith("Windows") ? "NUL" : "/dev/null");
    }

    /** Waits for the end of a process, and kills it after the timeout. */
    static void awaitEnd(ProcessHandle process, Duration timeout) {
        if (!endsWithin(process, timeout)) {
            process.destroyForcibly();
            endsWithin(process, KILL_TIMEOUT);
        }
    }

    private static boolean endsWithin(ProcessHandle process, Duration timeout) {
        process.onExit()
                .completeOnTimeout(process, timeout.toMillis(), MILLISECONDS)
                .join();
        return !process.isAlive();
    }

    /**
     * The process that a pid file names, if it still runs. A pid may be reused, after a reboot for example: a process that
     * started after the file was written is another one.
     */
    static Optional<ProcessHandle> orphan(Path pidFile) {
        return running(pidFile).filter(process -> began(process).isBefore(writtenAt(pidFile)));
    }

    /** Whether another process has the pid of the file by now. */
    static boolean isReused(Path pidFile) {
        return running(pidFile).isPresent() && orphan(pidFile).isEmpty();
    }

    private static Optional<ProcessHandle> running(Path pidFile) {
        return pid(pidFile).flatMap(ProcessHandle::of).filter(ProcessHandle::isAlive);
    }

    private static Instant began(ProcessHandle process) {
        return process.info().startInstant().orElse(Instant.MIN);
    }

    private static Instant writtenAt(Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant().plus(CLOCK_GRANULARITY);
        } catch (IOException gone) {
            return Instant.MIN;
        }
    }

    /** Writes a pid file for {@link #orphan}. */
    static void remember(Process process, Path pidFile) {
        try {
            Files.writeString(pidFile, process.pid() + "\n");
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** The first line of a pid file. */
    private static Optional<Long> pid(Path pidFile) {
        try (var lines = Files.lines(pidFile)) {
            return lines.findFirst().map(String::strip).map(Long::valueOf);
        } catch (NoSuchFileException | NumberFormatException none) {
            return Optional.empty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
