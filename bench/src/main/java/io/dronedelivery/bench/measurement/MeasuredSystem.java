package io.dronedelivery.bench.measurement;

import io.dronedelivery.local.access.Credentials;
import io.dronedelivery.local.access.TokenFiles;
import io.dronedelivery.local.process.StatusWriter;
import io.dronedelivery.local.process.SystemStatus;
import io.dronedelivery.local.project.Project;
import io.dronedelivery.local.project.Service;
import io.dronedelivery.local.project.ServiceBuild;
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
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A whole system that is measured: as <code>up</code> starts it, in real time, on a {@link DisposableFolder}. */
public final class MeasuredSystem implements AutoCloseable {
    /** A load is of few clients, and of more requests than the gateway lets each of them make. */
    private static final Map<String, String> UNLIMITED = Map.of(
            "GATEWAY_LIMITS_OF_CUSTOMER_CAPACITY", "1000000",
            "GATEWAY_LIMITS_OF_CUSTOMER_PER_SECOND", "1000000",
            "GATEWAY_LIMITS_OF_OPERATOR_CAPACITY", "1000000",
            "GATEWAY_LIMITS_OF_OPERATOR_PER_SECOND", "1000000");

    private static final double REAL_TIME = 1;

    private final DisposableFolder disposable;
    private final Project project;
    private final ServiceBuild build;
    private final ClockFile clock;
    private final PrintStream log;
    private @Nullable SystemRun run;
    private boolean closed;

    private MeasuredSystem(DisposableFolder disposable, ServiceBuild build) throws IOException {
        this.disposable = disposable;
        this.project = disposable.project();
        this.build = build;
        this.clock = new ClockFile(project.clock());
        this.log = new PrintStream(Files.newOutputStream(project.log("runtime")), true);
    }

    /**
     * Prepares a system without starting it. What an earlier run left in the folder is deleted.
     *
     * @param build what the services are run from
     */
    public static MeasuredSystem in(Path state, ServiceBuild build) {
        build.check(Project.of(state).root());
        try {
            return new MeasuredSystem(DisposableFolder.take(state, "bench"), build);
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
    }

    /** Starts the system on its data in real time, and returns when all is ready. */
    public void start() {
        start(REAL_TIME);
    }

    /**
     * The same with another clock, to come to the state faster that is measured.
     *
     * @param timeScale how many seconds pass in the system per real second
     */
    public void start(double timeScale) {
        newRun(timeScale, EnumSet.allOf(Service.class)).start();
    }

    /** Starts only one of the services, with PostgreSQL and Kafka, and returns when it is ready. */
    public void startOnly(Service service) {
        newRun(REAL_TIME, EnumSet.of(service)).start();
    }

    private synchronized SystemRun newRun(double timeScale, Set<Service> services) {
        if (closed) {
            throw new UserError("stopped while starting");
        }
        SystemProcesses processes = new SystemProcesses(project, build, clock.start(timeScale), false)
                .withSettings(_ -> UNLIMITED)
                .withOnly(services);
        run = new SystemRun(processes, new StatusWriter(project.status(), SystemRun.all(processes), log));
        return run;
    }

    /** Acts as anybody. */
    public Credentials credentials() {
        return Credentials.of(project);
    }

    /** The file of the token that a service calls others with. */
    public Path token(Service service) {
        return TokenFiles.of(project).service(service);
    }

    /** Registers more bases, drones and accounts. */
    public void register(FleetPlan more) {
        new FleetRegistration(credentials().operator()).register(more);
    }

    /** The running processes by their names, in the order of their start. */
    public Map<String, ProcessHandle> processes() {
        Map<String, ProcessHandle> processes = new LinkedHashMap<>();
        SystemStatus.processes(project.status())
                .forEach(process -> process.handle().ifPresent(handle -> processes.put(process.name(), handle)));
        return processes;
    }

    /** Stops single processes in order, so that they take no part in what is measured. */
    public synchronized void stop(List<String> names) {
        if (run == null) {
            throw new IllegalStateException("the system does not run");
        }
        names.forEach(run::stop);
    }

    /** The folder or the file that a service is run from. */
    public Path build(Service service) {
        return build.result(project.root(), service);
    }

    /** The state folder. */
    public Path folder() {
        return project.state();
    }

    /** The folder of the logs. */
    public Path logs() {
        return project.logs();
    }

    /** Stops the system in order. It can be started again. */
    public synchronized void stop() {
        if (run != null) {
            run.stop();
            run = null;
            clock.stop();
        }
    }

    /** Stops the system in order, for good. The second call does nothing. */
    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            stop();
            log.close();
            disposable.close();
        }
    }

    /** Deletes the data and logs of a closed system. */
    public void delete() {
        StoredData.delete(project);
    }

    /** Deletes the class archives. The next start then takes as long as the very first. */
    public void deleteArchivedClasses() {
        StoredData.deleteArchivedClasses(project);
    }
}
