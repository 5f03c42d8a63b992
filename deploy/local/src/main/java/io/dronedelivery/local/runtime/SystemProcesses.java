package io.dronedelivery.local.runtime;

import io.dronedelivery.local.process.HealthCheck;
import io.dronedelivery.local.process.JavaProgram;
import io.dronedelivery.local.process.ManagedProcess;
import io.dronedelivery.local.process.ManagedProcess.Running;
import io.dronedelivery.local.process.Program;
import io.dronedelivery.local.project.Endpoints;
import io.dronedelivery.local.project.Instance;
import io.dronedelivery.local.project.NativeExecutable;
import io.dronedelivery.local.project.Project;
import io.dronedelivery.local.project.QuarkusBuild;
import io.dronedelivery.local.project.Replicas;
import io.dronedelivery.local.project.Service;
import io.dronedelivery.local.project.ServiceBuild;
import io.dronedelivery.local.runtime.DataCheck.Store;
import io.dronedelivery.testing.infrastructure.LocalKafka;
import io.dronedelivery.testing.infrastructure.LocalPostgres;
import io.dronedelivery.testing.infrastructure.WalArchive;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** Defines the processes of the system: how each is started, and when it is ready. */
public final class SystemProcesses {
    private static final String LOOPBACK = "127.0.0.1";
    private static final int SIMULATOR_HEAP_MIB = 64;
    private static final String SIMULATOR_SEED = "1";

    private final Project project;
    private final ServiceBuild build;
    private final ClockAnchor clock;
    private final boolean durable;
    private final Routes routes;
    private final Function<Instance, Map<String, String>> settings;
    private final DataCheck data;
    private final Replicas replicas;
    private final Function<Instance, Path> roots;
    private final HealthCheck health = new HealthCheck();

    /**
     * The usual system.
     *
     * @param build what the services are run from
     * @param durable whether Kafka flushes its log at every message
     */
    public SystemProcesses(Project project, ServiceBuild build, ClockAnchor clock, boolean durable) {
        this(project, build, clock, durable, Map.of());
    }

    /**
     * The usual system with settings of its own.
     *
     * @param settings environment variables for every service
     */
    public SystemProcesses(
            Project project, ServiceBuild build, ClockAnchor clock, boolean durable, Map<String, String> settings) {
        this(project, build, clock, durable, Routes.direct(), _ -> settings);
    }

    /**
     * A system with its own routes and settings.
     *
     * @param settings environment variables for an instance, asked for at each of its starts
     */
    public SystemProcesses(
            Project project,
            ServiceBuild build,
            ClockAnchor clock,
            boolean durable,
            Routes routes,
            Function<Instance, Map<String, String>> settings) {
        this(project, build, clock, durable, routes, settings, Replicas.NONE, _ -> project.root());
    }

    private SystemProcesses(
            Project project,
            ServiceBuild build,
            ClockAnchor clock,
            boolean durable,
            Routes routes,
            Function<Instance, Map<String, String>> settings,
            Replicas replicas,
            Function<Instance, Path> roots) {
        this.project = project;
        this.build = build;
        this.clock = clock;
        this.durable = durable;
        this.routes = routes;
        this.settings = settings;
        this.data = new DataCheck(project);
        this.replicas = replicas;
        this.roots = roots;
    }

    /** The same system with several instances of some services. */
    public SystemProcesses withReplicas(Replicas several) {
        return new SystemProcesses(project, build, clock, durable, routes, settings, several, roots);
    }

    /**
     * The same system with instances of other builds.
     *
     * @param builds the project folder whose build an instance runs, asked for at each of its starts
     */
    public SystemProcesses withBuilds(Function<Instance, Path> builds) {
        return new SystemProcesses(project, build, clock, durable, routes, settings, replicas, builds);
    }

    /** How many instances each service has. */
    Replicas replicas() {
        return replicas;
    }

    /** PostgreSQL and Kafka, which all services need. */
    List<ManagedProcess> infrastructure() {
        return List.of(
                new ManagedProcess("postgresql", Endpoints.POSTGRES_PORT, this::postgres),
                new ManagedProcess("kafka", Endpoints.KAFKA_PORT, this::kafka));
    }

    List<ManagedProcess> services() {
        return replicas.instances().stream()
                .map(instance -> new ManagedProcess(instance.id(), instance.port(), () -> service(instance)))
                .toList();
    }

    ManagedProcess simulator() {
        return new ManagedProcess("simulator", 0, this::fleet);
    }

    private Running postgres() {
        data.check(Store.POSTGRESQL);
        LocalPostgres postgres =
                LocalPostgres.start(project.postgres(), Endpoints.POSTGRES_PORT, WalArchive.in(project.walArchive()));
        data.remember(Store.POSTGRESQL);
        return new Running(postgres.process(), () -> true, () -> true, postgres::close);
    }

    private Running kafka() {
        data.check(Store.KAFKA);
        LocalKafka kafka = LocalKafka.start(project.kafka(), Endpoints.KAFKA_PORT, routes.kafkaPort(), durable);
        data.remember(Store.KAFKA);
        return new Running(kafka.process(), () -> true, () -> true, kafka::close);
    }

    private Running service(Instance instance) {
        Path module = roots.apply(instance).resolve(instance.service().id());
        Map<String, String> environment =
                new HashMap<>(environment(QuarkusBuild.of(module).classPath()));
        environment.putAll(settings.apply(instance));
        return new Program(command(instance), environment, project.log(instance.id()))
                .launch(() -> health.ready(instance), () -> health.live(instance));
    }

    private List<String> command(Instance instance) {
        Service service = instance.service();
        return switch (build) {
            case JVM ->
                java(instance.id(), service.heapMiB())
                        .with(properties(instance))
                        .with(QuarkusBuild.OPTIONS)
                        .with(QuarkusBuild.MAIN)
                        .command();
            case NATIVE ->
                Stream.of(
                                List.of(NativeExecutable.of(roots.apply(instance), service)
                                        .file()
                                        .toString()),
                                List.of("-Ddronectl.process=" + instance.id(), "-Xmx" + service.heapMiB() + "m"),
                                clock.properties(),
                                List.of(properties(instance)))
                        .flatMap(List::stream)
                        .toList();
        };
    }

    private String[] properties(Instance instance) {
        Stream<String> own = Stream.of(
                "-Dlisten.address=" + LOOPBACK,
                "-Dquarkus.http.port=" + instance.port(),
                "-Dquarkus.management.port=" + instance.managementPort(),
                "-Dpostgres.address=" + routes.postgres(),
                "-Dkafka.bootstrap.servers=" + routes.kafka(),
                "-Dmavlink.port=" + instance.mavlinkPort(),
                "-Dingestion.public-url=" + Service.DELIVERY.url());
        Stream<String> others =
                Stream.of(Service.values()).map(other -> "-Dservices." + other.id() + ".url=" + routes.url(other));
        return Stream.concat(own, others).toArray(String[]::new);
    }

    private Running fleet() {
        JavaProgram program = java("simulator", SIMULATOR_HEAP_MIB)
                .with("io.dronedelivery.simulator.Main")
                .with("--drone-service", routes.url(Service.DRONE).toString())
                .with("--seed", SIMULATOR_SEED)
                .with("--state", project.simulator().resolve("drones.json").toString());
        Map<String, String> environment = environment(System.getProperty("java.class.path"));
        return new Program(program.command(), environment, project.log("simulator")).launch(() -> true, () -> true);
    }

    private JavaProgram java(String name, int heapMiB) {
        return new JavaProgram(name, heapMiB)
                .archivingClasses(project.archive(name))
                .with(clock.properties().toArray(String[]::new));
    }

    /** The class path is a variable to keep the command line readable. Few glibc arenas save memory. */
    private static Map<String, String> environment(String classPath) {
        return Map.of("CLASSPATH", classPath, "MALLOC_ARENA_MAX", "2");
    }
}
