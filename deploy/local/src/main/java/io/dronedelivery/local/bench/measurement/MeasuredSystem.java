package io.dronedelivery.local.bench.measurement;

import io.dronedelivery.local.process.StatusWriter;
import io.dronedelivery.local.process.SystemStatus;
import io.dronedelivery.local.project.Project;
import io.dronedelivery.local.project.QuarkusBuild;
import io.dronedelivery.local.project.Service;
import io.dronedelivery.local.project.UserError;
import io.dronedelivery.local.runtime.ClockFile;
import io.dronedelivery.local.runtime.DisposableFolder;
import io.dronedelivery.local.runtime.FleetRegistration;
import io.dronedelivery.local.runtime.StoredData;
import io.dronedelivery.local.runtime.SystemProcesses;
import io.dronedelivery.local.runtime.SystemRun;
import io.dronedelivery.simulator.FleetPlan;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A whole system to be measured: like the one that <code>up</code> starts, in real time, on a folder of its own. */
public final class MeasuredSystem implements AutoCloseable {
    private static final double REAL_TIME = 1;

    private final DisposableFolder disposable;
    private final Project project;
    private final ClockFile clock;
    private final PrintStream log;
    private @Nullable SystemRun run;
    private boolean closed;

    private MeasuredSystem(DisposableFolder disposable) throws IOException {
        this.disposable = disposable;
        this.project = disposable.project();
        this.clock = new ClockFile(project.clock());
        this.log = new PrintStream(Files.newOutputStream(project.log("runtime")), true);
    }

    /** Makes one, without starting it. What an earlier one has left in the folder is deleted. */
    public static MeasuredSystem in(Path state) {
        try {
            return new MeasuredSystem(DisposableFolder.take(state, "bench"));
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
    }

    /** Starts it, on the data that it has, and returns when all is ready. */
    public void start() {
        newRun().start();
    }

    private synchronized SystemRun newRun() {
        if (closed) {
            throw new UserError("stopped while starting");
        }
        SystemProcesses processes = new SystemProcesses(project, clock.start(REAL_TIME), false);
        run = new SystemRun(processes, new StatusWriter(project.status(), SystemRun.all(processes), log));
        return run;
    }

    /** Registers bases, drones and accounts beside those it has. */
    public void register(FleetPlan more) {
        new FleetRegistration().seed(more);
    }

    /** Its processes that run, by their names, in the order they were started. */
    public Map<String, ProcessHandle> processes() {
        Map<String, ProcessHandle> processes = new LinkedHashMap<>();
        SystemStatus.read(project.status()).ifPresent(status -> status.processes()
                .forEach(process -> process.handle().ifPresent(handle -> processes.put(process.name(), handle))));
        return processes;
    }

    /** What the build made of a service. */
    public Path build(Service service) {
        return QuarkusBuild.of(project.root().resolve(service.id())).folder();
    }

    /** Where its data are. */
    public Path folder() {
        return project.state();
    }

    /** Where its logs are. */
    public Path logs() {
        return project.logs();
    }

    /** Stops it in order; it can be started again. */
    public synchronized void stop() {
        if (run != null) {
            run.stop();
            run = null;
            clock.stop();
        }
    }

    /** Stops it in order, for good; does nothing where that was done. */
    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            stop();
            log.close();
            disposable.close();
        }
    }

    /** Deletes what it has stored and logged, once it is closed. */
    public void delete() {
        StoredData.delete(project);
    }

    /** Deletes the classes that are archived for the next start: the next one then starts as the first ever did. */
    public void deleteArchivedClasses() {
        StoredData.deleteArchivedClasses(project);
    }
}
