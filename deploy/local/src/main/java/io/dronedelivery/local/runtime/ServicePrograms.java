package io.dronedelivery.local.runtime;

import io.dronedelivery.local.access.TokenFiles;
import io.dronedelivery.local.process.JavaProgram;
import io.dronedelivery.local.process.Program;
import io.dronedelivery.local.project.Endpoints;
import io.dronedelivery.local.project.Instance;
import io.dronedelivery.local.project.NativeExecutable;
import io.dronedelivery.local.project.Project;
import io.dronedelivery.local.project.QuarkusBuild;
import io.dronedelivery.local.project.Service;
import io.dronedelivery.local.project.ServiceBuild;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The programs that instances of services run as, and those of other JVMs.
 *
 * @param build what the services are run from
 * @param routes where a service finds what it calls
 */
record ServicePrograms(Project project, ServiceBuild build, ClockAnchor clock, Routes routes) {
    private static final String LOOPBACK = "127.0.0.1";

    /**
     * The program of an instance.
     *
     * @param root the project folder whose build it runs
     * @param settings environment variables
     */
    Program of(Instance instance, Path root, Map<String, String> settings) {
        Program program =
                switch (build) {
                    case JVM -> jars(instance, root);
                    case NATIVE -> executable(instance, root);
                };
        Map<String, String> environment = new HashMap<>(program.environment());
        environment.putAll(settings);
        return new Program(program.command(), environment, program.log());
    }

    private Program jars(Instance instance, Path root) {
        Service service = instance.service();
        JavaProgram program = java(instance.id(), service.heapMiB())
                .with(properties(instance).toArray(String[]::new))
                .with(QuarkusBuild.OPTIONS)
                .with(QuarkusBuild.MAIN);
        return inJvm(
                program,
                instance.id(),
                QuarkusBuild.of(root.resolve(service.id())).classPath());
    }

    private Program executable(Instance instance, Path root) {
        Service service = instance.service();
        List<String> command = new ArrayList<>();
        command.add(NativeExecutable.of(root, service).file().toString());
        command.add("-Ddronectl.process=" + instance.id());
        command.add("-Xmx" + service.heapMiB() + "m");
        command.addAll(clock.properties());
        command.addAll(properties(instance));
        return new Program(command, Map.of(), project.log(instance.id()));
    }

    private List<String> properties(Instance instance) {
        TokenFiles tokens = TokenFiles.of(project);
        Stream<String> own = Stream.of(
                "-Dlisten.address=" + LOOPBACK,
                "-Dquarkus.http.port=" + instance.port(),
                "-Dquarkus.management.port=" + instance.managementPort(),
                "-Dpostgres.address=" + routes.postgres(),
                "-Dkafka.bootstrap.servers=" + routes.kafka(),
                "-Dmavlink.port=" + instance.mavlinkPort(),
                "-Daccess.keys=" + tokens.keys(),
                "-Daccess.service-token-file=" + tokens.service(instance.service()),
                "-Doverland.token-file=" + tokens.carrier(),
                "-Dpublic.url=" + Endpoints.gateway());
        Stream<String> others =
                Stream.of(Service.values()).map(other -> "-Dservices." + other.id() + ".url=" + routes.url(other));
        return Stream.concat(own, others).toList();
    }

    /** A JVM that runs by the system's clock. */
    JavaProgram java(String name, int heapMiB) {
        return new JavaProgram(name, heapMiB)
                .archivingClasses(project.archive(name))
                .with(clock.properties().toArray(String[]::new));
    }

    /** The class path is a variable to keep the command line readable. Few glibc arenas save memory. */
    Program inJvm(JavaProgram program, String name, String classPath) {
        Map<String, String> environment = Map.of("CLASSPATH", classPath, "MALLOC_ARENA_MAX", "2");
        return new Program(program.command(), environment, project.log(name));
    }
}
