package io.dronedelivery.local.upgrade;

import io.dronedelivery.local.access.Credentials;
import io.dronedelivery.local.process.StatusWriter;
import io.dronedelivery.local.project.Instance;
import io.dronedelivery.local.project.Project;
import io.dronedelivery.local.project.Replicas;
import io.dronedelivery.local.project.ServiceBuild;
import io.dronedelivery.local.runtime.ClockFile;
import io.dronedelivery.local.runtime.DisposableFolder;
import io.dronedelivery.local.runtime.StoredData;
import io.dronedelivery.local.runtime.SystemProcesses;
import io.dronedelivery.local.runtime.SystemRun;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A whole system whose instances are upgraded. It runs on a {@link DisposableFolder}. */
final class UpgradedSystem implements AutoCloseable {
    private final DisposableFolder disposable;
    private final Replicas replicas;
    private final ClockFile clock;
    private final PrintStream log;
    private final StatusWriter statusWriter;
    private final SystemRun system;
    private final Map<Instance, Path> builds = new ConcurrentHashMap<>();
    private boolean closed;

    private UpgradedSystem(DisposableFolder disposable, double timeScale, Replicas replicas) throws IOException {
        Project project = disposable.project();
        this.disposable = disposable;
        this.replicas = replicas;
        this.clock = new ClockFile(project.clock());
        this.log = new PrintStream(Files.newOutputStream(project.log("runtime")), true);
        SystemProcesses processes = new SystemProcesses(project, ServiceBuild.JVM, clock.start(timeScale), false)
                .withReplicas(replicas)
                .withBuilds(instance -> builds.getOrDefault(instance, project.root()));
        this.statusWriter = new StatusWriter(project.status(), SystemRun.all(processes), log);
        this.system = new SystemRun(processes, statusWriter);
    }

    /** Prepares a system without starting it. What an earlier run left in the folder is deleted. */
    static UpgradedSystem in(Path state, double timeScale, Replicas replicas) {
        try {
            return new UpgradedSystem(DisposableFolder.take(state, "upgrade", replicas), timeScale, replicas);
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
    }

    /** Starts the system with the build of this project, and returns when all is ready. */
    void start() {
        system.start();
    }

    /** The instances of all services. */
    List<Instance> instances() {
        return replicas.instances();
    }

    /** Stops an instance in order, and starts it with the build of that project. Returns when it is ready. */
    void upgrade(Instance instance, Path build) {
        builds.put(instance, build);
        system.restart(instance.id());
    }

    /** The folder of the build of this project. */
    Path root() {
        return disposable.project().root();
    }

    /** The names of the processes that are not ready. */
    List<String> notReady() {
        return statusWriter.notReady();
    }

    /** Acts as anybody. */
    Credentials credentials() {
        return Credentials.of(disposable.project());
    }

    /** The state folder. */
    Path folder() {
        return disposable.project().state();
    }

    /** The folder of the logs. */
    Path logs() {
        return disposable.project().logs();
    }

    /** Stops the system in order. The second call does nothing. */
    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            system.stop();
            clock.stop();
            log.close();
            disposable.close();
        }
    }

    /** Deletes the data and logs of a closed system. */
    void delete() {
        StoredData.delete(disposable.project());
    }
}
