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

/** Posts telemetry at the gateway, each drone's with its own token. All drones share its connections. */
final class TelemetryClient implements AutoCloseable {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(10);
    private static final int OK = 200;
    private static final int UNAUTHORIZED = 401;

    /** What came of a post. */
    sealed interface Result {
        /** The samples are stored. */
        record Stored(TelemetryAnswer answer) implements Result {}

        /** These samples will never be taken. */
        record Refused(int status, String body) implements Result {}

        /**
         * They may be taken later.
         *
         * @param retryAfter how long to wait, as the answer says; zero where it says nothing
         */
        record Unavailable(String why, Duration retryAfter) implements Result {
            Unavailable(String why) {
                this(why, Duration.ZERO);
            }
        }
    }

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_TIMEOUT)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();
    private final URI telemetry;
    private final Tokens tokens;

    TelemetryClient(URI gateway, Tokens tokens) {
        this.telemetry = URI.create(gateway.toString().replaceAll("/+$", "") + "/telemetry");
        this.tokens = tokens;
    }

    /** Posts samples of that drone. */
    CompletableFuture<Result> post(String droneId, TelemetryBatch batch) {
        return tokens.of(droneId)
                .map(token -> post(batch, token))
                .orElseGet(() -> CompletableFuture.completedFuture(new Result.Unavailable("it has no token")));
    }

    private CompletableFuture<Result> post(TelemetryBatch batch, String token) {
        HttpRequest request = HttpRequest.newBuilder(telemetry)
                .timeout(ANSWER_TIMEOUT)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(Json.bytes(batch)))
                .build();
        return client.sendAsync(request, HttpResponse.BodyHandlers.ofString())
                .thenApply(this::result)
                .exceptionally(
                        failure -> new Result.Unavailable(Objects.toString(failure.getCause(), failure.toString())));
    }

    private Result result(HttpResponse<String> response) {
        if (response.statusCode() == UNAUTHORIZED) {
            tokens.reject();
        }
        return switch (response.statusCode()) {
            case OK -> new Result.Stored(Json.read(response.body(), TelemetryAnswer.class));
            case 400, 413, 422 -> new Result.Refused(response.statusCode(), response.body());
            case 429, 503 -> new Result.Unavailable("status " + response.statusCode(), retryAfter(response));
            default -> new Result.Unavailable("status " + response.statusCode());
        };
    }

    /** A date in place of seconds is ignored. */
    private static Duration retryAfter(HttpResponse<?> response) {
        return response.headers()
                .firstValue("Retry-After")
                .filter(value -> value.matches("\\d{1,9}"))
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
                .orElse(Duration.ZERO);
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
