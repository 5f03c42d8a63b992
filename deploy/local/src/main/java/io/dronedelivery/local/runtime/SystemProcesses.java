package io.dronedelivery.local.runtime;

import io.dronedelivery.local.process.HealthCheck;
import io.dronedelivery.local.process.JavaProgram;
import io.dronedelivery.local.process.ManagedProcess;
import io.dronedelivery.local.process.ManagedProcess.Running;
import io.dronedelivery.local.process.Program;
import io.dronedelivery.local.project.Endpoints;
import io.dronedelivery.local.project.Instance;
import io.dronedelivery.local.project.Project;
import io.dronedelivery.local.project.QuarkusBuild;
import io.dronedelivery.local.project.Replicas;
import io.dronedelivery.local.project.Service;
import io.dronedelivery.testing.infrastructure.LocalKafka;
import io.dronedelivery.testing.infrastructure.LocalPostgres;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** Defines the processes of the system: how each is started, and when it is ready. */
public final class SystemProcesses {
    private static final int SIMULATOR_HEAP_MIB = 64;
    private static final String SIMULATOR_SEED = "1";

    private final Project project;
    private final ClockAnchor clock;
    private final boolean durable;
    private final Routes routes;
    private final Function<Instance, Map<String, String>> settings;
    private final Replicas replicas;
    private final Function<Instance, Path> roots;
    private final HealthCheck health = new HealthCheck();

    /**
     * The usual system.
     *
     * @param durable whether Kafka flushes its log at every message
     */
    public SystemProcesses(Project project, ClockAnchor clock, boolean durable) {
        this(project, clock, durable, Routes.direct(), _ -> Map.of());
    }

    /**
     * A system with its own routes and settings.
     *
     * @param settings environment variables for an instance, asked for at each of its starts
     */
    public SystemProcesses(
            Project project,
            ClockAnchor clock,
            boolean durable,
            Routes routes,
            Function<Instance, Map<String, String>> settings) {
        this(project, clock, durable, routes, settings, Replicas.NONE, _ -> project.root());
    }

    private SystemProcesses(
            Project project,
            ClockAnchor clock,
            boolean durable,
            Routes routes,
            Function<Instance, Map<String, String>> settings,
            Replicas replicas,
            Function<Instance, Path> roots) {
        this.project = project;
        this.clock = clock;
        this.durable = durable;
        this.routes = routes;
        this.settings = settings;
        this.replicas = replicas;
        this.roots = roots;
    }

    /** The same system with several instances of some services. */
    public SystemProcesses withReplicas(Replicas several) {
        return new SystemProcesses(project, clock, durable, routes, settings, several, roots);
    }

    /**
     * The same system with instances of other builds.
     *
     * @param builds the project folder whose build an instance runs, asked for at each of its starts
     */
    public SystemProcesses withBuilds(Function<Instance, Path> builds) {
        return new SystemProcesses(project, clock, durable, routes, settings, replicas, builds);
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
        LocalPostgres postgres = LocalPostgres.start(project.postgres(), Endpoints.POSTGRES_PORT);
        return new Running(postgres.process(), () -> true, () -> true, postgres::close);
    }

    private Running kafka() {
        LocalKafka kafka = LocalKafka.start(project.kafka(), Endpoints.KAFKA_PORT, routes.kafkaPort(), durable);
        return new Running(kafka.process(), () -> true, () -> true, kafka::close);
    }

    private Running service(Instance instance) {
        Service service = instance.service();
        JavaProgram program = java(instance.id(), service.heapMiB())
                .with("-Dquarkus.http.port=" + instance.port())
                .with("-Dquarkus.management.port=" + instance.managementPort())
                .with("-Dpostgres.address=" + routes.postgres())
                .with("-Dkafka.bootstrap.servers=" + routes.kafka())
                .with("-Dmavlink.port=" + instance.mavlinkPort())
                .with(otherServices())
                .with("-Dingestion.public-url=" + Service.DELIVERY.url())
                .with(QuarkusBuild.OPTIONS)
                .with(QuarkusBuild.MAIN);
        String classPath =
                QuarkusBuild.of(roots.apply(instance).resolve(service.id())).classPath();
        Map<String, String> environment = new HashMap<>(environment(classPath));
        environment.putAll(settings.apply(instance));
        return new Program(program.command(), environment, project.log(instance.id()))
                .launch(() -> health.ready(instance), () -> health.live(instance));
    }

    private String[] otherServices() {
        return Stream.of(Service.values())
                .map(service -> "-Dservices." + service.id() + ".url=" + routes.url(service))
                .toArray(String[]::new);
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
