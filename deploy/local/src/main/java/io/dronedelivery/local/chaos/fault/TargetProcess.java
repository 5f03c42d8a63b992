package io.dronedelivery.local.chaos.fault;

import io.dronedelivery.local.process.ManagedProcess;
import io.dronedelivery.local.process.ManagedProcess.Running;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A process that faults are injected into. Its monitor starts it again when it is dead or does not answer. */
public final class TargetProcess {
    private static final int SIGNAL_SECONDS_MAX = 5;

    private final String name;
    private final List<ProcessHandle> frozen = new ArrayList<>();
    private @Nullable Process process;
    private boolean down;
    private Duration clockStep = Duration.ZERO;

    TargetProcess(String name) {
        this.name = name;
    }

    /** The given process, with the faults of this target. */
    ManagedProcess process(ManagedProcess whole) {
        return new ManagedProcess(whole.name(), whole.port(), () -> launch(whole.launch()));
    }

    private Running launch(Supplier<Running> launch) {
        awaitRestartAllowed();
        Running running = launch.get();
        started(running.process());
        return running;
    }

    private synchronized void awaitRestartAllowed() {
        try {
            while (down) {
                wait();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while it was kept down", stopped);
        }
    }

    private synchronized void started(Process started) {
        process = started;
    }

    /** The name of the process in the status and in the logs. */
    public String name() {
        return name;
    }

    /** Kills the process and its children without warning (SIGKILL). Returns whether it ran. */
    public synchronized boolean kill() {
        List<ProcessHandle> processTree = processTree();
        processTree.forEach(ProcessHandle::destroyForcibly);
        return !processTree.isEmpty();
    }

    /** Freezes the process and its children (SIGSTOP) until it is thawed. Returns whether it ran. */
    public synchronized boolean freeze() {
        List<ProcessHandle> processTree = processTree();
        frozen.addAll(processTree);
        processTree.forEach(each -> signal("-STOP", each));
        return !processTree.isEmpty();
    }

    /** Lets a frozen process go on (SIGCONT). */
    public synchronized void thaw() {
        frozen.stream().filter(ProcessHandle::isAlive).forEach(each -> signal("-CONT", each));
        frozen.clear();
    }

    /** Kills the process, and prevents its restart until that is allowed again. Returns whether it ran. */
    public synchronized boolean keepDown() {
        down = true;
        return kill();
    }

    /** Kills the process. Its clock is off by the given step from its next start on. Returns whether it ran. */
    public synchronized boolean stepClock(Duration off) {
        clockStep = off;
        return kill();
    }

    /** By how much its clock is off from its next start on. */
    synchronized Duration clockStep() {
        return clockStep;
    }

    /** Allows the restart of the process. */
    public synchronized void allowRestart() {
        down = false;
        notifyAll();
    }

    /** The parent first: it would start a child again that dies before it. */
    private List<ProcessHandle> processTree() {
        return process == null || !process.isAlive()
                ? List.of()
                : Stream.concat(Stream.of(process.toHandle()), process.descendants())
                        .toList();
    }

    private static void signal(String signal, ProcessHandle target) {
        try {
            new ProcessBuilder("kill", signal, String.valueOf(target.pid()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD) // an error about a process that has just ended
                    .start()
                    .waitFor(SIGNAL_SECONDS_MAX, TimeUnit.SECONDS);
        } catch (IOException impossible) {
            throw new UncheckedIOException("cannot send " + signal, impossible);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
