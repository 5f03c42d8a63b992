package io.dronedelivery.local.runtime;

import io.dronedelivery.local.process.SystemStatus;
import io.dronedelivery.local.project.Project;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The lock by which a state folder has one runtime. The operating system frees it when the runtime dies. */
public final class RuntimeLock {
    private RuntimeLock() {}

    /** Takes the lock until it is closed or this process dies. Empty if another process holds it. */
    public static Optional<FileLock> take(Project project) {
        try {
            Files.createDirectories(project.state());
            FileChannel channel = FileChannel.open(project.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            return Optional.ofNullable(channel.tryLock());
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
    }

    /** Gives the lock back. */
    public static void release(FileLock lock) {
        try {
            lock.acquiredBy().close();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Whether another process holds the lock. */
    public static boolean isHeld(Project project) {
        if (!Files.exists(project.lock())) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(project.lock(), StandardOpenOption.WRITE)) {
            @Nullable FileLock lock = channel.tryLock();
            return lock == null;
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
    }

    /** The runtime that holds the lock. Empty if none does, or it has not begun to write its status yet. */
    public static Optional<ProcessHandle> holder(Project project) {
        return isHeld(project) ? SystemStatus.read(project.status()).flatMap(SystemStatus::handle) : Optional.empty();
    }
}
