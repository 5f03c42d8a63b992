package io.dronedelivery.local.project;

import static java.util.stream.Collectors.joining;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * The build of a service. It runs with an ordinary class path, not by its <code>quarkus-run.jar</code>. The JVM
 * archives only classes that its own loader loads, and the archive halves the start.
 *
 * @param folder the module's folder <code>target/quarkus-app</code>
 */
public record QuarkusBuild(Path folder) {
    /** The main class that Quarkus generates. */
    public static final String MAIN = "io.quarkus.runner.GeneratedMain";

    /** The options that <code>quarkus-run.jar</code> would set. */
    public static final String[] OPTIONS = {
        "--add-opens=java.base/java.lang=ALL-UNNAMED", "-Djava.util.logging.manager=org.jboss.logmanager.LogManager"
    };

    /** The build of the module in this folder. */
    public static QuarkusBuild of(Path module) {
        return new QuarkusBuild(module.resolve("target").resolve("quarkus-app"));
    }

    /** The class path. Classes that Quarkus transformed or generated come before the original ones. */
    public String classPath() {
        return Stream.of(
                        "quarkus/transformed-bytecode.jar",
                        "quarkus/generated-bytecode.jar",
                        "app",
                        "lib/main",
                        "lib/boot")
                .map(folder::resolve)
                .flatMap(QuarkusBuild::jars)
                .map(Path::toString)
                .collect(joining(File.pathSeparator));
    }

    /** Sorted, since a class archive is valid for one order only. */
    private static Stream<Path> jars(Path place) {
        if (!Files.isDirectory(place)) {
            return Stream.of(place).filter(Files::exists);
        }
        try (var jars = Files.list(place)) {
            return jars.filter(jar -> jar.toString().endsWith(".jar")).sorted().toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
