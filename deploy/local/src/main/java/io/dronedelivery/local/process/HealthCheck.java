package io.dronedelivery.local.process;

import io.dronedelivery.local.project.Service;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Asks a service for its health. A service that does not answer within two seconds fails the check. */
public final class HealthCheck {
    private static final Duration TIMEOUT = Duration.ofSeconds(2);
    private static final int OK = 200;

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TIMEOUT)
            .build();

    /** Whether the service can process requests. */
    public boolean ready(Service service) {
        return answers(service.management().resolve("/q/health/ready"));
    }

    /** Whether the service does not need a restart. */
    public boolean live(Service service) {
        return answers(service.management().resolve("/q/health/live"));
    }

    private boolean answers(URI uri) {
        try {
            HttpRequest request = HttpRequest.newBuilder(uri).timeout(TIMEOUT).build();
            return client.send(request, BodyHandlers.discarding()).statusCode() == OK;
        } catch (IOException unreachable) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
