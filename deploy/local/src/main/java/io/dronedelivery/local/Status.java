package io.dronedelivery.local;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** Shows every process. Exits with 0 only if all are ready. */
@Command(name = "status", description = "Show every process.", mixinStandardHelpOptions = true)
final class Status implements Callable<Integer> {
    private static final String ROW = "%-12s %8s %6s %-9s %10s %9s %11s%n";

    @ParentCommand
    private DroneCtl dronectl = new DroneCtl();

    private final HealthCheck health = new HealthCheck();

    @Override
    public Integer call() {
        Project project = dronectl.project();
        boolean running = RuntimeLock.isHeld(project);
        Optional<SystemStatus> status = SystemStatus.read(project.status());
        if (status.isEmpty()) {
            System.out.println("not running");
            return 1;
        }
        System.out.printf(ROW, "process", "pid", "port", "state", "uptime", "restarts", "memory/MiB");
        long ready = status.get().parts().stream().filter(this::show).count();
        if (!running) {
            System.out.println("not running; what a killed run left behind, ./dronectl down ends");
        }
        return running && ready == status.get().parts().size() ? 0 : 1;
    }

    /** Prints a line, and tells whether it is one of a process that is ready. */
    private boolean show(PartStatus part) {
        Optional<ProcessHandle> process = part.process();
        String state = process.isPresent() ? state(part) : "down";
        System.out.printf(
                ROW,
                part.name(),
                process.map(ProcessHandle::pid).map(String::valueOf).orElse("-"),
                part.port() == 0 ? "-" : String.valueOf(part.port()),
                state,
                process.flatMap(handle -> handle.info().startInstant())
                        .map(Status::since)
                        .orElse("-"),
                part.restarts(),
                process.map(ResidentMemory::mib).map(String::valueOf).orElse("-"));
        return state.equals("ready");
    }

    /** A service is asked; the others are ready when the runtime has seen them so. */
    private String state(PartStatus part) {
        boolean ready = Stream.of(Service.values())
                .filter(service -> service.id().equals(part.name()))
                .findAny()
                .map(health::ready)
                .orElse(part.state() == PartStatus.State.READY);
        return ready ? "ready" : "not ready";
    }

    private static String since(Instant start) {
        Duration uptime = Duration.between(start, Instant.now());
        return "%d:%02d:%02d".formatted(uptime.toHours(), uptime.toMinutesPart(), uptime.toSecondsPart());
    }
}
