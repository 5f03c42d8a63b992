package io.dronedelivery.local.runtime;

import io.dronedelivery.local.access.Credentials;
import io.dronedelivery.local.access.TokenRenewal;
import io.dronedelivery.local.balancer.Balancers;
import io.dronedelivery.local.process.ManagedProcess;
import io.dronedelivery.local.process.ProcessMonitor;
import io.dronedelivery.local.process.StatusWriter;
import io.dronedelivery.local.process.SystemStatus.Phase;
import io.dronedelivery.local.project.UserError;
import io.dronedelivery.simulator.FleetPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Starts the system and stops it. */
public final class SystemRun {
    private final SystemProcesses processes;
    private final StatusWriter statusWriter;
    private final TokenRenewal.Settings tokens;
    private final UnaryOperator<ManagedProcess> change;
    private final List<List<ProcessMonitor>> started = new ArrayList<>();
    private @Nullable Balancers balancers;
    private @Nullable TokenRenewal renewal;
    private boolean stopped;

    /** A run of these processes. */
    public SystemRun(SystemProcesses processes, StatusWriter statusWriter) {
        this(processes, statusWriter, TokenRenewal.Settings.USUAL, UnaryOperator.identity());
    }

    /**
     * A run that replaces each process.
     *
     * @param tokens how long the tokens of processes live
     * @param change returns the process that is run instead of the given one
     */
    public SystemRun(
            SystemProcesses processes,
            StatusWriter statusWriter,
            TokenRenewal.Settings tokens,
            UnaryOperator<ManagedProcess> change) {
        this.processes = processes;
        this.statusWriter = statusWriter;
        this.tokens = tokens;
        this.change = change;
    }

    /** All processes, in the order of their start. */
    public static List<ManagedProcess> all(SystemProcesses processes) {
        return Stream.of(processes.infrastructure(), processes.services(), processes.simulator())
                .flatMap(List::stream)
                .toList();
    }

    /**
     * Starts every process and registers the fleet. Returns when all is ready.
     *
     * @throws UserError if a process does not become ready, or the system is stopped meanwhile
     */
    public void start() {
        issueTokens();
        start(processes.infrastructure());
        balance();
        start(processes.services());
        if (!processes.simulator().isEmpty()) {
            new FleetRegistration(Credentials.of(processes.project()).operator()).register(FleetPlan.load());
            start(processes.simulator());
        }
        statusWriter.phase(Phase.READY);
    }

    private synchronized void issueTokens() {
        refuseDuringStop();
        renewal = TokenRenewal.begin(processes.project(), tokens);
    }

    private synchronized void balance() {
        refuseDuringStop();
        balancers = Balancers.open(processes.replicas());
    }

    /**
     * Stops a process in order and starts it again. Returns when it is ready.
     *
     * @throws UserError if it does not become ready, or the system is stopped meanwhile
     */
    public void restart(String name) {
        monitor(name).stop();
        await(startAgain(name).ready());
    }

    /**
     * Stops one process in order.
     *
     * @throws UserError if there is no such process, or the system is stopped meanwhile
     */
    public void stop(String name) {
        monitor(name).stop();
    }

    private synchronized ProcessMonitor monitor(String name) {
        refuseDuringStop();
        return started.stream()
                .flatMap(List::stream)
                .filter(monitor -> monitor.process().name().equals(name))
                .findAny()
                .orElseThrow(() -> new UserError("there is no process " + name));
    }

    private synchronized ProcessMonitor startAgain(String name) {
        ProcessMonitor ended = monitor(name);
        ProcessMonitor next = new ProcessMonitor(ended.process(), statusWriter, ProcessMonitor.BACKOFF);
        started.forEach(stage -> stage.replaceAll(monitor -> monitor == ended ? next : monitor));
        next.start();
        return next;
    }

    private void refuseDuringStop() {
        if (stopped) {
            throw new UserError("stopped while starting");
        }
    }

    private void start(List<ManagedProcess> stage) {
        CompletableFuture<Void> allReady = new CompletableFuture<>();
        List<ProcessMonitor> monitors = begin(stage);
        monitors.forEach(monitor -> monitor.ready().exceptionally(failure -> {
            allReady.completeExceptionally(failure);
            return null;
        }));
        CompletableFuture.allOf(monitors.stream().map(ProcessMonitor::ready).toArray(CompletableFuture[]::new))
                .thenRun(() -> allReady.complete(null));
        await(allReady);
    }

    private static void await(CompletableFuture<Void> ready) {
        try {
            ready.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof UserError error ? error : failed;
        }
    }

    /** Refuses to start a process during the stop: that process would go on running. */
    private synchronized List<ProcessMonitor> begin(List<ManagedProcess> stage) {
        refuseDuringStop();
        List<ProcessMonitor> monitors = new ArrayList<>(stage.stream()
                .map(change)
                .map(process -> new ProcessMonitor(process, statusWriter, ProcessMonitor.BACKOFF))
                .toList());
        monitors.forEach(ProcessMonitor::start);
        started.addFirst(monitors);
        return monitors;
    }

    /** Stops every process, in the reverse order of the start. */
    public synchronized void stop() {
        stopped = true;
        statusWriter.phase(Phase.STOPPING);
        started.forEach(SystemRun::stop);
        if (balancers != null) {
            balancers.close();
        }
        if (renewal != null) {
            renewal.close();
        }
        statusWriter.phase(Phase.STOPPED);
    }

    private static void stop(List<ProcessMonitor> stage) {
        try (ExecutorService together = Executors.newThreadPerTaskExecutor(Thread::new)) {
            stage.forEach(monitor -> together.execute(monitor::stop));
        }
    }
}
