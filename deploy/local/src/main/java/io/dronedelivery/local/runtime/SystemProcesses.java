package io.dronedelivery.local.runtime;

import io.dronedelivery.local.access.TokenFiles;
import io.dronedelivery.local.process.HealthCheck;
import io.dronedelivery.local.process.JavaProgram;
import io.dronedelivery.local.process.ManagedProcess;
import io.dronedelivery.local.process.ManagedProcess.Running;
import io.dronedelivery.local.project.Endpoints;
import io.dronedelivery.local.project.Instance;
import io.dronedelivery.local.project.Project;
import io.dronedelivery.local.project.Replicas;
import io.dronedelivery.local.project.Service;
import io.dronedelivery.local.project.ServiceBuild;
import io.dronedelivery.local.runtime.DataCheck.Store;
import io.dronedelivery.simulator.FleetPlan;
import io.dronedelivery.testing.infrastructure.LocalKafka;
import io.dronedelivery.testing.infrastructure.LocalPostgres;
import io.dronedelivery.testing.infrastructure.WalArchive;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Defines the processes of the system: how each is started, and when it is ready. */
public final class SystemProcesses {
    static final String POSTGRESQL = "postgresql";

    private static final int SIMULATOR_HEAP_MIB = 64;
    private static final String SIMULATOR_SEED = "1";

    private final ServicePrograms programs;
    private final boolean durable;
    private final Function<Instance, Map<String, String>> settings;
    private final Replicas replicas;
    private final Function<Instance, Path> roots;
    private final Set<Service> selected;
    private final DataCheck data;
    private final HealthCheck health = new HealthCheck();

    /**
     * The usual system.
     *
     * @param build what the services are run from
     * @param durable whether Kafka flushes its log at every message
     */
    public SystemProcesses(Project project, ServiceBuild build, ClockAnchor clock, boolean durable) {
        this(
                new ServicePrograms(project, build, clock, Routes.direct()),
                durable,
                _ -> Map.of(),
                Replicas.NONE,
                _ -> project.root(),
                EnumSet.allOf(Service.class));
    }

    private SystemProcesses(
            ServicePrograms programs,
            boolean durable,
            Function<Instance, Map<String, String>> settings,
            Replicas replicas,
            Function<Instance, Path> roots,
            Set<Service> selected) {
        this.programs = programs;
        this.durable = durable;
        this.settings = settings;
        this.replicas = replicas;
        this.roots = roots;
        this.selected = selected;
        this.data = new DataCheck(programs.project());
    }

    /** The same system, whose processes find each other by these routes. */
    public SystemProcesses withRoutes(Routes routes) {
        ServicePrograms routed = new ServicePrograms(programs.project(), programs.build(), programs.clock(), routes);
        return new SystemProcesses(routed, durable, settings, replicas, roots, selected);
    }

    /**
     * The same system with settings of its own.
     *
     * @param own environment variables for an instance, asked for at each of its starts
     */
    public SystemProcesses withSettings(Function<Instance, Map<String, String>> own) {
        return new SystemProcesses(programs, durable, own, replicas, roots, selected);
    }

    /** The same system with several instances of some services. */
    public SystemProcesses withReplicas(Replicas several) {
        return new SystemProcesses(programs, durable, settings, several, roots, selected);
    }

    /**
     * The same system with instances of other builds.
     *
     * @param builds the project folder whose build an instance runs, asked for at each of its starts
     */
    public SystemProcesses withBuilds(Function<Instance, Path> builds) {
        return new SystemProcesses(programs, durable, settings, replicas, builds, selected);
    }

    /** A part of the same system: these services alone, without a fleet. */
    public SystemProcesses withOnly(Set<Service> few) {
        return new SystemProcesses(programs, durable, settings, replicas, roots, Set.copyOf(few));
    }

    /** The project, with the state folder of the system. */
    Project project() {
        return programs.project();
    }

    /** How many instances each service has. */
    Replicas replicas() {
        return replicas;
    }

    /** PostgreSQL and Kafka, which all services need. */
    List<ManagedProcess> infrastructure() {
        return List.of(
                new ManagedProcess(POSTGRESQL, Endpoints.POSTGRES_PORT, this::postgres),
                new ManagedProcess("kafka", Endpoints.KAFKA_PORT, this::kafka));
    }

    List<ManagedProcess> services() {
        return replicas.instances().stream()
                .filter(instance -> selected.contains(instance.service()))
                .map(instance -> new ManagedProcess(instance.id(), instance.port(), () -> service(instance)))
                .toList();
    }

    /** The simulator of the fleet; nothing where the system has no fleet. */
    List<ManagedProcess> simulator() {
        return selected.size() == Service.values().length
                ? List.of(new ManagedProcess("simulator", 0, this::fleet))
                : List.of();
    }

    private Running postgres() {
        Project project = programs.project();
        data.check(Store.POSTGRESQL);
        LocalPostgres postgres =
                LocalPostgres.start(project.postgres(), Endpoints.POSTGRES_PORT, WalArchive.in(project.walArchive()));
        remember(Store.POSTGRESQL, postgres::close);
        return new Running(postgres.process(), () -> true, () -> true, postgres::close);
    }

    private Running kafka() {
        data.check(Store.KAFKA);
        LocalKafka kafka = LocalKafka.start(
                programs.project().kafka(),
                Endpoints.KAFKA_PORT,
                programs.routes().kafkaPort(),
                durable);
        remember(Store.KAFKA, kafka::close);
        return new Running(kafka.process(), () -> true, () -> true, kafka::close);
    }

    /** A server whose data can't be remembered, as on a full disk, is not left running. */
    private void remember(Store store, Runnable stop) {
        try {
            data.remember(store);
        } catch (RuntimeException unwritable) {
            stop.run();
            throw unwritable;
        }
    }

    private Running service(Instance instance) {
        return programs.of(instance, roots.apply(instance), settings.apply(instance))
                .launch(() -> health.ready(instance), () -> health.live(instance));
    }

    private Running fleet() {
        String drones = programs.project().simulator().resolve("drones.json").toString();
        JavaProgram program = programs.java("simulator", SIMULATOR_HEAP_MIB)
                .with("-D" + FleetPlan.FACTOR_PROPERTY + "=" + FleetPlan.factor())
                .with("io.dronedelivery.simulator.Main")
                .with("--gateway", programs.routes().url(Service.GATEWAY).toString())
                .with("--tokens", TokenFiles.of(programs.project()).drones().toString())
                .with("--seed", SIMULATOR_SEED)
                .with("--state", drones);
        return programs.inJvm(program, "simulator", System.getProperty("java.class.path"))
                .launch(() -> true, () -> true);
    }
}
