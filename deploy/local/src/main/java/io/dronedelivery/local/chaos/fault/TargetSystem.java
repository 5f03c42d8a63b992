package io.dronedelivery.local.chaos.fault;

import io.dronedelivery.local.access.Credentials;
import io.dronedelivery.local.access.TokenRenewal;
import io.dronedelivery.local.chaos.proxy.Disturbance;
import io.dronedelivery.local.chaos.proxy.Proxy;
import io.dronedelivery.local.process.HealthCheck;
import io.dronedelivery.local.process.ManagedProcess;
import io.dronedelivery.local.process.StatusWriter;
import io.dronedelivery.local.project.Endpoints;
import io.dronedelivery.local.project.Instance;
import io.dronedelivery.local.project.Project;
import io.dronedelivery.local.project.Replicas;
import io.dronedelivery.local.project.Service;
import io.dronedelivery.local.project.ServiceBuild;
import io.dronedelivery.local.project.UserError;
import io.dronedelivery.local.runtime.ClockFile;
import io.dronedelivery.local.runtime.DisposableFolder;
import io.dronedelivery.local.runtime.Routes;
import io.dronedelivery.local.runtime.StoredData;
import io.dronedelivery.local.runtime.SystemProcesses;
import io.dronedelivery.local.runtime.SystemRun;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A whole system that faults are injected into. It runs on a {@link DisposableFolder}. Processes call each other
 * through proxies, which can disturb every connection.
 */
public final class TargetSystem implements AutoCloseable {
    private static final int PROXY_PORT_OFFSET = 300; // from the port of a server to that of its proxy
    /** Tokens expire and keys rotate while faults are injected. A token outlives one rotation, as its key does. */
    private static final TokenRenewal.Settings TOKENS =
            new TokenRenewal.Settings(Duration.ofSeconds(40), Duration.ofSeconds(45));

    private static final Duration POLL = Duration.ofMillis(200);

    private final DisposableFolder disposable;
    private final Replicas replicas;
    private final Project project;
    private final ClockFile clock;
    private final PrintStream log;
    private final Map<String, Proxy> proxies = new LinkedHashMap<>();
    private final Map<String, TargetProcess> processes = new LinkedHashMap<>();
    private final HealthCheck health = new HealthCheck();
    private final StatusWriter statusWriter;
    private final SystemRun system;
    private boolean closed;

    private TargetSystem(
            DisposableFolder disposable,
            ServiceBuild build,
            double timeScale,
            Map<String, String> settings,
            Replicas replicas)
            throws IOException {
        this.disposable = disposable;
        this.replicas = replicas;
        this.project = disposable.project();
        this.clock = new ClockFile(project.clock());
        this.log = new PrintStream(Files.newOutputStream(project.log("runtime")), true);
        openProxies();
        SystemProcesses definitions = new SystemProcesses(project, build, clock.start(timeScale), false)
                .withRoutes(routes())
                .withSettings(instance -> settings(instance, settings))
                .withReplicas(replicas);
        List<ManagedProcess> all = SystemRun.all(definitions);
        all.forEach(process -> processes.put(process.name(), new TargetProcess(process.name())));
        this.statusWriter = new StatusWriter(project.status(), all, log);
        this.system = new SystemRun(definitions, statusWriter, TOKENS, process -> target(process.name())
                .process(process));
    }

    /**
     * Prepares a system without starting it. What an earlier run left in the folder is deleted.
     *
     * @param build what the services are run from
     * @param timeScale seconds that pass in the system per real second
     * @param settings environment variables for every service
     */
    public static TargetSystem in(
            Path state, ServiceBuild build, double timeScale, Map<String, String> settings, Replicas replicas) {
        build.check(Project.of(state).root());
        try {
            return new TargetSystem(
                    DisposableFolder.take(state, "chaos", replicas), build, timeScale, settings, replicas);
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
    }

    private void openProxies() {
        open("postgresql", Endpoints.POSTGRES_PORT);
        open("kafka", Endpoints.KAFKA_PORT);
        Stream.of(Service.values()).forEach(service -> open(service.id(), service.port()));
    }

    private void open(String name, int port) {
        try {
            proxies.put(name, Proxy.open(port + PROXY_PORT_OFFSET, port, new Random()));
        } catch (UncheckedIOException taken) {
            throw new UserError("no proxy in front of " + name + ": " + taken.getMessage());
        }
    }

    private Routes routes() {
        Map<Service, Integer> services = new LinkedHashMap<>();
        Stream.of(Service.values())
                .forEach(service ->
                        services.put(service, connection(service.id()).port()));
        return new Routes(connection("postgresql").port(), connection("kafka").port(), services);
    }

    /** Starts the system, and returns when all is ready. */
    public void start() {
        system.start();
    }

    /** The processes by their names. */
    public Map<String, TargetProcess> processes() {
        return Collections.unmodifiableMap(processes);
    }

    private Map<String, String> settings(Instance instance, Map<String, String> ofAll) {
        Map<String, String> all = new HashMap<>(ofAll);
        all.put("CLOCK_STEP", target(instance.id()).clockStep().toString());
        return all;
    }

    /** The process that a fault is injected into: of a service with several instances always the same one for the same fault. */
    TargetProcess target(Fault fault) {
        return Instance.named(fault.target())
                .map(Instance::service)
                .map(replicas::instances)
                .map(instances -> instances.get((int) (fault.at().toSeconds() % instances.size())))
                .map(Instance::id)
                .map(this::target)
                .orElseGet(() -> target(fault.target()));
    }

    private TargetProcess target(String name) {
        return required(processes.get(name), name);
    }

    /** The proxy in front of PostgreSQL, Kafka or a service. */
    public Proxy connection(String name) {
        return required(proxies.get(name), name);
    }

    private static <T> T required(@Nullable T found, String name) {
        if (found == null) {
            throw new IllegalArgumentException("there is no " + name);
        }
        return found;
    }

    /** Ends all faults. Dead processes are then started again by their monitors. */
    public void heal() {
        proxies.values().forEach(proxy -> proxy.disturb(new Disturbance.None()));
        processes.values().forEach(process -> {
            process.thaw();
            process.allowRestart();
            if (!process.clockStep().isZero()) {
                process.stepClock(Duration.ZERO);
            }
        });
    }

    /** Waits until every process is ready. Returns those that are not when the time is up. */
    public List<String> awaitReady(Duration timeout) throws InterruptedException {
        long deadline = System.nanoTime() + timeout.toNanos();
        List<String> notReady = notReady();
        while (!notReady.isEmpty() && System.nanoTime() < deadline) {
            Thread.sleep(POLL);
            notReady = notReady();
        }
        return notReady;
    }

    private List<String> notReady() {
        List<String> names = new ArrayList<>(statusWriter.notReady());
        replicas.instances().stream()
                .filter(instance -> !names.contains(instance.id()) && !health.ready(instance))
                .forEach(instance -> names.add(instance.id()));
        return names;
    }

    /** Acts as anybody, by tokens that expire as soon as those of processes. */
    public Credentials credentials() {
        return Credentials.of(project, TOKENS.lifetime());
    }

    /** The state folder. */
    public Path folder() {
        return project.state();
    }

    /** The folder of the logs. */
    public Path logs() {
        return project.logs();
    }

    /** Heals the system and stops it in order. The second call does nothing. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        heal();
        system.stop();
        clock.stop();
        proxies.values().forEach(Proxy::close);
        log.close();
        disposable.close();
    }

    /** Deletes the data and logs of a closed system. */
    public void delete() {
        StoredData.delete(project);
    }
}
