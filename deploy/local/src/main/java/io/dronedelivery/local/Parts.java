package io.dronedelivery.local;

import io.dronedelivery.local.Part.Running;
import io.dronedelivery.testing.infrastructure.LocalKafka;
import io.dronedelivery.testing.infrastructure.LocalPostgres;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The processes that make up the system, and how each is started. */
final class Parts {
    private static final int SIMULATOR_HEAP_MIB = 64;
    private static final String SIMULATOR_SEED = "1";

    private final Project project;
    private final ClockAnchor clock;
    private final boolean durable;
    private final HealthCheck health = new HealthCheck();

    Parts(Project project, ClockAnchor clock, boolean durable) {
        this.project = project;
        this.clock = clock;
        this.durable = durable;
    }

    /** What everything else needs. */
    List<Part> infrastructure() {
        return List.of(
                new Part("postgresql", Endpoints.POSTGRES_PORT, this::postgres),
                new Part("kafka", Endpoints.KAFKA_PORT, this::kafka));
    }

    List<Part> services() {
        return Stream.of(Service.values())
                .map(service -> new Part(service.id(), service.port(), () -> service(service)))
                .toList();
    }

    Part simulator() {
        return new Part("simulator", 0, this::fleet);
    }

    private Running postgres() {
        LocalPostgres postgres = LocalPostgres.start(project.postgres(), Endpoints.POSTGRES_PORT);
        return new Running(postgres.process(), () -> true, () -> true, postgres::close);
    }

    private Running kafka() {
        LocalKafka kafka = LocalKafka.start(project.kafka(), Endpoints.KAFKA_PORT, durable);
        return new Running(kafka.process(), () -> true, () -> true, kafka::close);
    }

    private Running service(Service service) {
        List<String> arguments = new ArrayList<>(clock.properties());
        arguments.addAll(List.of(
                "-Dquarkus.http.port=" + service.port(),
                "-Dpostgres.address=" + Endpoints.postgres(),
                "-Dkafka.bootstrap.servers=" + Endpoints.kafka(),
                "-jar",
                service.application(project.root()).resolve("quarkus-run.jar").toString()));
        return new Program(Java.command(service.heapMiB(), arguments), project.log(service.id()))
                .launch(() -> health.ready(service), () -> health.live(service));
    }

    private Running fleet() {
        List<String> arguments = new ArrayList<>(clock.properties());
        arguments.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                "io.dronedelivery.simulator.Main",
                "--door",
                Service.DRONE.url().toString(),
                "--seed",
                SIMULATOR_SEED,
                "--state",
                project.simulator().resolve("drones.json").toString()));
        return new Program(Java.command(SIMULATOR_HEAP_MIB, arguments), project.log("simulator"))
                .launch(() -> true, () -> true);
    }
}
