package io.dronedelivery.local;

import io.dronedelivery.local.SystemStatus.Phase;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Shows how the system comes up: a line for every process that is ready or that died, at last the URLs. */
final class Progress {
    private static final Duration POLL = Duration.ofMillis(100);

    private final Project project;
    private final ProcessHandle runtime;
    private final PrintStream out;
    private final Instant begin = Instant.now();
    private final Set<String> shown = new HashSet<>();

    Progress(Project project, ProcessHandle runtime, PrintStream out) {
        this.project = project;
        this.runtime = runtime;
        this.out = out;
    }

    /** Returns when all is ready, true, or will not be, false. */
    boolean show() {
        out.println("starting; logs are in " + project.logs());
        while (true) {
            boolean ended = !runtime.isAlive(); // looked at first: its last words are then there to be read
            Optional<SystemStatus> status = SystemStatus.read(project.status());
            status.ifPresent(this::showParts);
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

    private void showParts(SystemStatus status) {
        for (PartStatus part : status.parts()) {
            boolean ready = part.state() == PartStatus.State.READY;
            boolean dead = part.state() == PartStatus.State.WAITING;
            if ((ready || dead) && shown.add(part.name() + ready + part.restarts())) {
                String news = ready ? "ready" : String.valueOf(part.trouble());
                out.printf("%6.1f s  %-12s %s%n", seconds(), part.name(), news);
            }
        }
    }

    private void urls() {
        out.printf("  schedule, change, cancel   %s%n", Endpoints.requests());
        out.printf("  status and live tracking   %s%n", Endpoints.deliveries());
        for (Service service : Service.values()) {
            out.printf("  %-26s %s/q/openapi%n", service.id(), service.url());
        }
    }

    private double seconds() {
        return Duration.between(begin, Instant.now()).toMillis() / 1000.0;
    }

    private static void pause() {
        try {
            Thread.sleep(POLL);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Complaint("interrupted");
        }
    }
}
