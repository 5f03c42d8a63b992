package io.dronedelivery.local.cli;

import io.dronedelivery.local.process.HealthCheck;
import io.dronedelivery.local.process.ProcessStatus;
import io.dronedelivery.local.process.ResidentMemory;
import io.dronedelivery.local.process.SystemStatus;
import io.dronedelivery.local.project.Instance;
import io.dronedelivery.local.project.Project;
import io.dronedelivery.local.project.StateFolder;
import io.dronedelivery.local.runtime.RuntimeLock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** Shows every process. The exit code is 0 only if all are ready. */
@Command(name = "status", description = "Show every process.", mixinStandardHelpOptions = true)
final class Status implements Callable<Integer> {
    private static final String ROW = "%-13s %8s %6s %-9s %10s %9s %11s%n";

    @ParentCommand
    private StateFolder state = new StateFolder();

    private final HealthCheck health = new HealthCheck();

    @Override
    public Integer call() {
        Project project = state.project();
        boolean running = RuntimeLock.isHeld(project);
        Optional<SystemStatus> status = SystemStatus.read(project.status());
        if (status.isEmpty()) {
            System.out.println("not running");
            return 1;
        }
        System.out.printf(ROW, "process", "pid", "port", "state", "uptime", "restarts", "memory/MiB");
        long ready = status.get().processes().stream().filter(this::show).count();
        if (!running) {
            System.out.println("not running; ./dronectl down stops the processes that a killed runtime has left");
        }
        return running && ready == status.get().processes().size() ? 0 : 1;
    }

    /** Prints the line of a process. Returns whether the process is ready. */
    private boolean show(ProcessStatus process) {
        Optional<ProcessHandle> handle = process.handle();
        String shown = handle.isPresent() ? state(process) : "down";
        System.out.printf(
                ROW,
                process.name(),
                handle.map(ProcessHandle::pid).map(String::valueOf).orElse("-"),
                process.port() == 0 ? "-" : String.valueOf(process.port()),
                shown,
                handle.flatMap(running -> running.info().startInstant())
                        .map(Status::since)
                        .orElse("-"),
                process.restarts(),
                handle.map(ResidentMemory::mib).map(String::valueOf).orElse("-"));
        return shown.equals("ready");
    }

    /** A service is asked. For the others, the status file tells what the runtime saw last. */
    private String state(ProcessStatus process) {
        boolean ready =
                Instance.named(process.name()).map(health::ready).orElse(process.state() == ProcessStatus.State.READY);
        return ready ? "ready" : "not ready";
    }

    private static String since(Instant start) {
        Duration uptime = Duration.between(start, Instant.now());
        return "%d:%02d:%02d".formatted(uptime.toHours(), uptime.toMinutesPart(), uptime.toSecondsPart());
    }
}
