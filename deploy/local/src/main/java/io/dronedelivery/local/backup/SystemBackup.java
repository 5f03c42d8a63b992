package io.dronedelivery.local.backup;

import io.dronedelivery.local.process.FrozenProcesses;
import io.dronedelivery.local.process.ProcessStatus;
import io.dronedelivery.local.process.SystemStatus;
import io.dronedelivery.local.project.Project;
import io.dronedelivery.local.project.UserError;
import io.dronedelivery.local.runtime.RuntimeLock;
import io.dronedelivery.testing.infrastructure.LocalKafka;
import io.dronedelivery.testing.infrastructure.LocalPostgres;
import java.io.IOException;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Copies the data of a system as they are at one moment.
 *
 * <p>All processes that write stand still meanwhile. What they have written is then what a kill of all of them would
 * leave, and PostgreSQL and Kafka recover from that at each start. It does not matter which process stops first: one that
 * stands still answers nobody, so nothing is stored anywhere that depends on what it would have done.
 */
final class SystemBackup {
    /**
     * What was backed up.
     *
     * @param standstill how long the processes stood still; zero if none ran
     */
    record Result(int files, long bytes, Duration standstill) {}

    private record Copied(Instant taken, Duration standstill) {}

    private SystemBackup() {}

    /**
     * Takes a backup.
     *
     * @throws UserError if the folder holds anything, its disk is too small, or there are no data
     */
    static Result take(Project project, Path folder) throws IOException {
        List<Path> parts = parts(project);
        if (LocalPostgres.systemId(project.postgres()).isEmpty()
                || LocalKafka.clusterId(project.kafka()).isEmpty()) {
            throw new UserError("there is nothing to back up: " + project.state() + " has no data of a system");
        }
        if (parts.stream().anyMatch(folder::startsWith)) {
            throw new UserError(folder + " is in the data themselves: name a folder elsewhere");
        }
        BackupFolder backup = BackupFolder.make(folder);
        Copied copied = copy(project, parts, backup.data());
        return backup.complete(copied.taken(), project.walArchive(), copied.standstill());
    }

    /** What a backup holds: all but logs, status, class archives, and the write-ahead log that is archived. */
    static List<Path> parts(Project project) {
        return Stream.of(project.postgres(), project.kafka(), project.simulator(), project.clock())
                .filter(Files::exists)
                .toList();
    }

    /** Nobody can start the system meanwhile: the lock of the state folder is held, here or by the runtime. */
    private static Copied copy(Project project, List<Path> parts, Path target) throws IOException {
        Optional<FileLock> lock = RuntimeLock.take(project);
        List<ProcessHandle> running = lock.isPresent() ? processes(project) : withRuntime(project);
        long begin = System.nanoTime();
        try (FrozenProcesses _ = FrozenProcesses.freeze(running)) {
            Instant taken = Instant.now().plusMillis(1).truncatedTo(ChronoUnit.MILLIS); // nothing has a later time
            FolderCopy.requireSpace(target, parts);
            for (Path part : parts) {
                FolderCopy.copy(part, target.resolve(part.getFileName()));
            }
            Duration standstill = running.isEmpty() ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - begin);
            return new Copied(taken, standstill);
        } finally {
            lock.ifPresent(RuntimeLock::release);
        }
    }

    /** The runtime first: it would start again what it takes for dead. */
    private static List<ProcessHandle> withRuntime(Project project) {
        ProcessHandle runtime = RuntimeLock.holder(project)
                .orElseThrow(() ->
                        new UserError("the system is being started, backed up or restored: try again in a moment"));
        return Stream.concat(Stream.of(runtime), processes(project).stream()).toList();
    }

    private static List<ProcessHandle> processes(Project project) {
        return SystemStatus.processes(project.status()).stream()
                .map(ProcessStatus::handle)
                .flatMap(Optional::stream)
                .toList();
    }
}
