package io.dronedelivery.local;

import io.dronedelivery.simulator.FleetPlan;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A whole system to be measured: like the one that <code>up</code> starts, in real time, on a folder of its own. */
public final class MeasuredSystem implements AutoCloseable {
    private static final double REAL_TIME = 1;

    private final Project project;
    private final FileLock lock;
    private final ClockFile clock;
    private final PrintStream log;
    private @Nullable SystemRun run;
    private boolean closed;

    private MeasuredSystem(Project project, FileLock lock) throws IOException {
        this.project = project;
        this.lock = lock;
        this.clock = new ClockFile(project.clock());
        this.log = new PrintStream(Files.newOutputStream(project.log("runtime")), true);
    }

    /** Makes one, without starting it. What an earlier one has left in the folder is deleted. */
    public static MeasuredSystem in(Path state) {
        Project project = DisposableFolder.prepare(state);
        try {
            return new MeasuredSystem(project, DisposableFolder.lock(project));
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
            throw new Complaint("stopped while starting");
        }
        Parts parts = new Parts(project, clock.start(REAL_TIME), false);
        run = new SystemRun(parts, new StatusBoard(project.status(), SystemRun.all(parts), log));
        return run;
    }

    /** Registers bases, drones and accounts beside those it has. */
    public void register(FleetPlan more) {
        new Seeding().seed(more);
    }

    /** Its processes that run, by their names, in the order they were started. */
    public Map<String, ProcessHandle> processes() {
        Map<String, ProcessHandle> processes = new LinkedHashMap<>();
        SystemStatus.read(project.status()).ifPresent(status -> status.parts()
                .forEach(part -> part.process().ifPresent(process -> processes.put(part.name(), process))));
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
            DisposableFolder.release(lock);
        }
    }

    /** Deletes what it has stored and logged, once it is closed. */
    public void delete() {
        Reset.deleteData(project);
    }

    /** Deletes the classes that are archived for the next start: the next one then starts as the first ever did. */
    public void deleteArchivedClasses() {
        Reset.delete(project.archives());
        try {
            Files.createDirectories(project.archives());
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
    }
}
