package io.dronedelivery.local.process;

import io.dronedelivery.local.project.Instance;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Asks an instance of a service for its health. One that does not answer within two seconds fails the check. */
public final class HealthCheck {
    private static final Duration TIMEOUT = Duration.ofSeconds(2);
    private static final int OK = 200;

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TIMEOUT)
            .build();

    /** Whether the instance can process requests. */
    public boolean ready(Instance instance) {
        return answers(instance.management().resolve("/q/health/ready"));
    }

    /** Whether the instance does not need a restart. */
    public boolean live(Instance instance) {
        return answers(instance.management().resolve("/q/health/live"));
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
