package io.dronedelivery.local.replay;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.dronedelivery.contracts.Json;
import io.dronedelivery.contracts.Parcel;
import io.dronedelivery.contracts.accounting.Accounts;
import io.dronedelivery.contracts.delivery.DeliveryEvent;
import io.dronedelivery.contracts.delivery.DeliveryView;
import io.dronedelivery.contracts.drone.Fleet;
import io.dronedelivery.contracts.ingestion.DeliveryAccepted;
import io.dronedelivery.contracts.ingestion.DeliveryOrder.Stop;
import io.dronedelivery.local.access.Bearer;
import io.dronedelivery.local.access.Credentials;
import io.dronedelivery.local.project.Endpoints;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A client of the running system, as an operator and as a customer. */
final class SystemClient implements AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final int ACCEPTED = 202;
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;

    /** An order without times, since the system's clock may show other times than ours. */
    record Order(
            Stop pickup,
            Stop dropoff,
            @JsonProperty("package") Parcel parcel,
            String reference) {}

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TIMEOUT)
            .build();
    private final String account;
    private final Bearer customer;
    private final Bearer operator;

    /** A client with that account for the customer. */
    SystemClient(Credentials credentials, String account) {
        this.account = account;
        this.customer = credentials.customer(account);
        this.operator = credentials.operator();
    }

    void openAccount(Accounts.Terms terms) throws IOException, InterruptedException, ReplayFailure {
        put(Endpoints.operations().resolve("accounts/" + account), terms);
    }

    void registerBase(String baseId, Fleet.Base base) throws IOException, InterruptedException, ReplayFailure {
        put(Endpoints.operations().resolve("bases/" + baseId), base);
    }

    void register(String droneId, Fleet.Registration registration)
            throws IOException, InterruptedException, ReplayFailure {
        put(drone(droneId), registration);
    }

    Fleet.Drone find(String droneId) throws IOException, InterruptedException, ReplayFailure {
        return Json.read(send(request(drone(droneId), operator).GET()).body(), Fleet.Drone.class);
    }

    /** Orders a delivery and returns its id. */
    String schedule(Order order, String key) throws IOException, InterruptedException, ReplayFailure {
        HttpRequest.Builder request = request(Endpoints.deliveries(), customer)
                .header("Idempotency-Key", '"' + key + '"')
                .POST(BodyPublishers.ofByteArray(Json.bytes(order)));
        return Json.read(send(request).body(), DeliveryAccepted.class).deliveryId();
    }

    /** Cancels a delivery. Returns false if that is impossible at present. */
    boolean cancel(String deliveryId) throws IOException, InterruptedException, ReplayFailure {
        HttpRequest request = request(URI.create(Endpoints.deliveries() + "/" + deliveryId + "/cancellation"), customer)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.noBody())
                .build();
        HttpResponse<byte[]> answer = client.send(request, BodyHandlers.ofByteArray());
        return answer.statusCode() != CONFLICT && accepted(answer).statusCode() == ACCEPTED;
    }

    /** The delivery at present; empty in the moment before it is known. */
    Optional<DeliveryView> delivery(String deliveryId) throws IOException, InterruptedException, ReplayFailure {
        return get(URI.create(Endpoints.deliveries() + "/" + deliveryId), DeliveryView.class);
    }

    List<DeliveryEvent> timeline(String deliveryId) throws IOException, InterruptedException, ReplayFailure {
        return get(URI.create(Endpoints.deliveries() + "/" + deliveryId + "/timeline"), DeliveryView.Timeline.class)
                .map(DeliveryView.Timeline::events)
                .orElse(List.of());
    }

    private static URI drone(String droneId) {
        return Endpoints.operations().resolve("drones/" + droneId);
    }

    private void put(URI uri, Object body) throws IOException, InterruptedException, ReplayFailure {
        send(request(uri, operator).PUT(BodyPublishers.ofByteArray(Json.bytes(body))));
    }

    private <T> Optional<T> get(URI uri, Class<T> type) throws IOException, InterruptedException, ReplayFailure {
        HttpResponse<byte[]> answer = client.send(request(uri, customer).GET().build(), BodyHandlers.ofByteArray());
        return answer.statusCode() == NOT_FOUND
                ? Optional.empty()
                : Optional.of(Json.read(accepted(answer).body(), type));
    }

    private static HttpRequest.Builder request(URI uri, Bearer bearer) {
        return HttpRequest.newBuilder(uri)
                .timeout(TIMEOUT)
                .header("Content-Type", "application/json")
                .header(Bearer.HEADER, bearer.value());
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request)
            throws IOException, InterruptedException, ReplayFailure {
        return accepted(client.send(request.build(), BodyHandlers.ofByteArray()));
    }

    private static HttpResponse<byte[]> accepted(HttpResponse<byte[]> answer) throws ReplayFailure, IOException {
        if (answer.statusCode() >= 500) {
            throw new IOException(answer.request().uri() + " answers " + answer.statusCode());
        }
        if (answer.statusCode() >= 300) {
            throw new ReplayFailure(answer.request().method() + " "
                    + answer.request().uri() + " is refused: " + new String(answer.body(), UTF_8));
        }
        return answer;
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
