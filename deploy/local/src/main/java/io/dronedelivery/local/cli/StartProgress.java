package io.dronedelivery.local.cli;

import io.dronedelivery.local.process.ProcessStatus;
import io.dronedelivery.local.process.SystemStatus;
import io.dronedelivery.local.process.SystemStatus.Phase;
import io.dronedelivery.local.project.Endpoints;
import io.dronedelivery.local.project.Project;
import io.dronedelivery.local.project.UserError;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Prints how the start goes on: a line for each process that is ready or has died, and the URLs at the end. */
final class StartProgress {
    private static final Duration POLL = Duration.ofMillis(100);

    private final Project project;
    private final ProcessHandle runtime;
    private final PrintStream out;
    private final Instant begin = Instant.now();
    private final Set<String> shown = new HashSet<>();

    StartProgress(Project project, ProcessHandle runtime, PrintStream out) {
        this.project = project;
        this.runtime = runtime;
        this.out = out;
    }

    /** Returns true when all is ready, and false when the start has failed. */
    boolean show() {
        out.println("starting; logs are in " + project.logs());
        while (true) {
            boolean ended = !runtime.isAlive(); // asked first, so that the status that is read next is the last one
            Optional<SystemStatus> status = SystemStatus.read(project.status());
            status.ifPresent(this::showProcesses);
            if (status.filter(now -> now.phase() == Phase.READY).isPresent()) {
                out.printf("all ready after %.1f s%n", seconds());
                urls();
                return true;
            }
            if (ended) {
                String why = status.map(SystemStatus::failure).orElse("see " + project.log("runtime"));
                out.println("dronectl: not started, and all stopped again: " + why);
                return false;
            }
            pause();
        }
    }

    private void showProcesses(SystemStatus status) {
        for (ProcessStatus process : status.processes()) {
            boolean ready = process.state() == ProcessStatus.State.READY;
            boolean dead = process.state() == ProcessStatus.State.WAITING;
            if ((ready || dead) && shown.add(process.name() + ready + process.restarts())) {
                String news = ready ? "ready" : String.valueOf(process.failure());
                out.printf("%6.1f s  %-12s %s%n", seconds(), process.name(), news);
            }
        }
    }

    private void urls() {
        out.printf("  deliveries, with a token   %s%n", Endpoints.deliveries());
        out.printf("  a token for an hour        ./dronectl token --scope customer --account demo%n");
        out.printf("  the API in a browser       %s%n", Endpoints.gateway().resolve("/docs"));
    }

    private double seconds() {
        return Duration.between(begin, Instant.now()).toMillis() / 1000.0;
    }

    private static void pause() {
        try {
            Thread.sleep(POLL);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new UserError("interrupted");
        }
    }
}
