package io.dronedelivery.local.customer;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.dronedelivery.contracts.Json;
import io.dronedelivery.contracts.delivery.DeliveryEvent;
import io.dronedelivery.contracts.delivery.DeliveryView;
import io.dronedelivery.contracts.ingestion.DeliveryAccepted;
import io.dronedelivery.local.access.Bearer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A client of the public API for one account. After an {@link IOException} a repeat may succeed. After a
 * {@link Refused} it cannot.
 */
public final class PublicApi implements AutoCloseable {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(20);
    private static final Duration RETRY_AFTER_MAX = Duration.ofSeconds(5);
    private static final int TRIES_MAX = 10;
    private static final int OK = 200;
    private static final int ACCEPTED = 202;
    private static final int NOT_FOUND = 404;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERROR = 500;

    /** The API refused a request. */
    public static final class Refused extends RuntimeException {
        Refused(HttpResponse<byte[]> response) {
            super("status " + response.statusCode() + ": " + new String(response.body(), UTF_8));
        }
    }

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_TIMEOUT)
            .build();
    private final URI deliveries;
    private final Bearer customer;

    /**
     * A client.
     *
     * @param deliveries the URL of the deliveries
     */
    public PublicApi(URI deliveries, Bearer customer) {
        this.deliveries = deliveries;
        this.customer = customer;
    }

    /** Orders a delivery. A repeat under the same key orders no other. */
    public DeliveryAccepted schedule(DeliveryOrder order, String key) throws IOException, InterruptedException {
        HttpRequest request = request(deliveries.toString())
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", '"' + key + '"')
                .POST(HttpRequest.BodyPublishers.ofByteArray(Json.bytes(order)))
                .build();
        HttpResponse<byte[]> response = send(request);
        if (response.statusCode() != ACCEPTED) {
            throw new Refused(response);
        }
        return Json.read(response.body(), DeliveryAccepted.class);
    }

    /** The delivery at present; empty in the moment between its acceptance and its first status. */
    public Optional<DeliveryView> find(String deliveryId) throws IOException, InterruptedException {
        return get("/" + deliveryId, DeliveryView.class);
    }

    /** The events of the delivery so far; none if it is not known yet. */
    public List<DeliveryEvent> timeline(String deliveryId) throws IOException, InterruptedException {
        return get("/" + deliveryId + "/timeline", DeliveryView.Timeline.class)
                .map(DeliveryView.Timeline::events)
                .orElse(List.of());
    }

    private <T> Optional<T> get(String path, Class<T> type) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = send(request(deliveries + path).GET().build());
        return switch (response.statusCode()) {
            case OK -> Optional.of(Json.read(response.body(), type));
            case NOT_FOUND -> Optional.empty();
            default -> throw new Refused(response);
        };
    }

    private HttpRequest.Builder request(String address) {
        return HttpRequest.newBuilder(URI.create(address))
                .timeout(ANSWER_TIMEOUT)
                .header("Accept", "application/json")
                .header(Bearer.HEADER, customer.value());
    }

    /** Where the account's limit is reached, the request is sent again when the API says. */
    private HttpResponse<byte[]> send(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        for (int tries = 1; response.statusCode() == TOO_MANY_REQUESTS && tries < TRIES_MAX; tries++) {
            Thread.sleep(retryAfter(response));
            response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        }
        int status = response.statusCode();
        if (status >= SERVER_ERROR || status == TOO_MANY_REQUESTS) {
            throw new IOException(request.uri() + " answers " + status);
        }
        return response;
    }

    private static Duration retryAfter(HttpResponse<?> response) {
        Duration told = Duration.ofSeconds(
                response.headers().firstValueAsLong("Retry-After").orElse(RETRY_AFTER_MAX.toSeconds()));
        return told.compareTo(RETRY_AFTER_MAX) < 0 ? told : RETRY_AFTER_MAX;
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
