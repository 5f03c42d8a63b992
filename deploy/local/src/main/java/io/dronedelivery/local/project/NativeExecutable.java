package io.dronedelivery.local.project;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;

/**
 * The native executable of a service. Its time is that of the begin of its build, which takes minutes: <code>dronectl</code>
 * sets it.
 *
 * @param file where it is, if it is built
 */
public record NativeExecutable(Path file) {
    private static final List<String> SHARED_SOURCES = List.of("pom.xml", "contracts", "chassis");

    /** The executable of a service of the project in that folder. */
    public static NativeExecutable of(Path root, Service service) {
        Path target = root.resolve(service.id()).resolve("target");
        return new NativeExecutable(target.resolve(service.id() + "-runner"));
    }

    /** Refuses to go on where the executable of any service is missing or older than its sources. */
    static void requireCurrent(Path root) {
        String stale = Stream.of(Service.values())
                .filter(service -> !of(root, service).isCurrent(sources(root, service)))
                .map(Service::id)
                .collect(joining(" "));
        if (!stale.isEmpty()) {
            throw new UserError("native executables are missing, or older than their sources; this builds them: "
                    + "./dronectl native " + stale);
        }
    }

    private static Stream<Path> sources(Path root, Service service) {
        Stream<String> own = service == Service.DRONE ? Stream.of("drone", "mavlink") : Stream.of(service.id());
        return Stream.concat(SHARED_SOURCES.stream(), own).map(root::resolve);
    }

    private boolean isCurrent(Stream<Path> sources) {
        if (!Files.isExecutable(file)) {
            return false;
        }
        FileTime begun = time(file);
        return sources.flatMap(NativeExecutable::files)
                .noneMatch(source -> time(source).compareTo(begun) > 0);
    }

    /** The sources in a folder: what is built, and how, without tests. */
    private static Stream<Path> files(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).filter(NativeExecutable::isSource).toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static boolean isSource(Path file) {
        return file.endsWith("pom.xml") || file.toString().contains("/src/main/");
    }

    private static FileTime time(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
