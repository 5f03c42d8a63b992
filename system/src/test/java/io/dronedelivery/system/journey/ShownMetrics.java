package io.dronedelivery.system.journey;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;

import io.dronedelivery.local.project.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;

/** What the services of the run show to Prometheus. */
final class ShownMetrics {
    private ShownMetrics() {}

    /** The names of all series of all services. */
    static Set<String> series() {
        return all().lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("[{ ]", 2)[0])
                .collect(toCollection(TreeSet::new));
    }

    /** All that all services show. */
    static String all() {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return Arrays.stream(Service.values())
                    .map(service -> metrics(http, service))
                    .collect(joining("\n"));
        }
    }

    private static String metrics(HttpClient http, Service service) {
        URI metrics =
                URI.create("http://localhost:%d/q/metrics".formatted(service.managementPort() + Dronectl.PORT_OFFSET));
        try {
            return http.send(HttpRequest.newBuilder(metrics).build(), BodyHandlers.ofString())
                    .body();
        } catch (IOException unreachable) {
            throw new UncheckedIOException(unreachable);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
