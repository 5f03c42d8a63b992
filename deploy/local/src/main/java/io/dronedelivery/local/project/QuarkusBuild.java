package io.dronedelivery.local.project;

import static java.util.stream.Collectors.joining;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * What the build made of a service. It is run with an ordinary class path, not by its <code>quarkus-run.jar</code>: the
 * JVM archives classes only where its own loader loads them, and the archive halves the start.
 */
public record QuarkusBuild(Path folder) {
    public static final String MAIN = "io.quarkus.runner.GeneratedMain";

    /** What <code>quarkus-run.jar</code> would have seen to. */
    public static final String[] OPTIONS = {
        "--add-opens=java.base/java.lang=ALL-UNNAMED", "-Djava.util.logging.manager=org.jboss.logmanager.LogManager"
    };

    /** Of a module. */
    public static QuarkusBuild of(Path module) {
        return new QuarkusBuild(module.resolve("target").resolve("quarkus-app"));
    }

    /** What Quarkus has changed or made at build time comes before what it was made of. */
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

    /** Always in the same order, on which an archive depends. */
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
