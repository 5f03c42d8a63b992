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

/** A process of a running system, to be broken. Its keeper starts it again when it is dead or does not answer. */
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

    /** The part itself, but for what is done to it here. */
    ManagedProcess process(ManagedProcess whole) {
        return new ManagedProcess(whole.name(), whole.port(), () -> launch(whole.launch()));
    }

    private Running launch(Supplier<Running> launch) {
        awaitUp();
        Running running = launch.get();
        began(running.process());
        return running;
    }

    private synchronized void awaitUp() {
        try {
            while (down) {
                wait();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while it was kept down", stopped);
        }
    }

    private synchronized void began(Process started) {
        process = started;
    }

    /** Of its process in the status and in the logs. */
    public String name() {
        return name;
    }

    /** Kills it, and all that it has started, without warning (SIGKILL). Returns whether it ran. */
    public synchronized boolean kill() {
        List<ProcessHandle> family = family();
        family.forEach(ProcessHandle::destroyForcibly);
        return !family.isEmpty();
    }

    /** Stops it in mid-step (SIGSTOP), and all that it has started, until it is thawed. Returns whether it ran. */
    public synchronized boolean freeze() {
        List<ProcessHandle> family = family();
        frozen.addAll(family);
        family.forEach(each -> signal("-STOP", each));
        return !family.isEmpty();
    }

    /** Lets it go on, as if nothing had been. */
    public synchronized void thaw() {
        frozen.stream().filter(ProcessHandle::isAlive).forEach(each -> signal("-CONT", each));
        frozen.clear();
    }

    /** Kills it, and keeps it from being started again until it is let up. Returns whether it ran. */
    public synchronized boolean keepDown() {
        down = true;
        return kill();
    }

    /** Kills it, and has it started again with a clock that is off by so much. Returns whether it ran. */
    public synchronized boolean stepClock(Duration off) {
        clockStep = off;
        return kill();
    }

    /** By how much its clock is off from its next start on. */
    synchronized Duration clockStep() {
        return clockStep;
    }

    /** Lets it be started again. */
    public synchronized void letUp() {
        down = false;
        notifyAll();
    }

    /** The head first: it would start anew what dies before it. */
    private List<ProcessHandle> family() {
        return process == null || !process.isAlive()
                ? List.of()
                : Stream.concat(Stream.of(process.toHandle()), process.descendants())
                        .toList();
    }

    private static void signal(String signal, ProcessHandle target) {
        try {
            new ProcessBuilder("kill", signal, String.valueOf(target.pid()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD) // of one that has just ended
                    .start()
                    .waitFor(SIGNAL_SECONDS_MAX, TimeUnit.SECONDS);
        } catch (IOException impossible) {
            throw new UncheckedIOException("cannot send " + signal, impossible);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
