package io.dronedelivery.simulator;

import io.dronedelivery.contracts.Json;
import io.dronedelivery.contracts.drone.Fleet.TelemetryAnswer;
import io.dronedelivery.contracts.drone.Fleet.TelemetryBatch;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;

/** The client of the drone service that sends telemetry. */
final class TelemetryClient implements AutoCloseable {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(10);
    private static final int OK = 200;

    /** What came of a post. */
    sealed interface Result {
        /** The samples are stored. */
        record Stored(TelemetryAnswer answer) implements Result {}

        /** The drone service will never take these samples. */
        record Refused(int status, String body) implements Result {}

        /** It may take them later. */
        record Unavailable(String why) implements Result {}
    }

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_TIMEOUT)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();
    private final URI telemetry;

    TelemetryClient(URI droneService) {
        this.telemetry = URI.create(droneService.toString().replaceAll("/+$", "") + "/telemetry");
    }

    CompletableFuture<Result> post(TelemetryBatch batch) {
        HttpRequest request = HttpRequest.newBuilder(telemetry)
                .timeout(ANSWER_TIMEOUT)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(Json.bytes(batch)))
                .build();
        return client.sendAsync(request, HttpResponse.BodyHandlers.ofString())
                .thenApply(TelemetryClient::result)
                .exceptionally(
                        failure -> new Result.Unavailable(Objects.toString(failure.getCause(), failure.toString())));
    }

    private static Result result(HttpResponse<String> response) {
        return switch (response.statusCode()) {
            case OK -> new Result.Stored(Json.read(response.body(), TelemetryAnswer.class));
            case 400, 413, 422 -> new Result.Refused(response.statusCode(), response.body());
            default -> new Result.Unavailable("status " + response.statusCode());
        };
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
