package io.dronedelivery.bench.telemetry;

import io.dronedelivery.bench.measurement.InvalidMeasurement;
import io.dronedelivery.contracts.InternalPaths;
import io.dronedelivery.contracts.Json;
import io.dronedelivery.contracts.Money;
import io.dronedelivery.contracts.Parcel;
import io.dronedelivery.contracts.Parcel.Size;
import io.dronedelivery.contracts.delivery.Assignment;
import io.dronedelivery.contracts.delivery.Assignment.Means;
import io.dronedelivery.contracts.delivery.Attempts.Schedule;
import io.dronedelivery.contracts.ingestion.DeliveryOrder;
import io.dronedelivery.contracts.ingestion.DeliveryOrder.Confirmation;
import io.dronedelivery.contracts.ingestion.DeliveryOrder.Stop;
import io.dronedelivery.contracts.ingestion.DeliveryRequest.ScheduleDelivery;
import io.dronedelivery.local.project.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/** A delivery that the service itself has begun and scheduled, as the scheduler has it do. */
final class TemplateDelivery {
    static final String ACCOUNT = "bench";

    private static final double CRUISE_SPEED = 18;
    private static final Duration DEADLINE = Duration.ofHours(6);
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final int ERRORS = 400;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Path token;

    /**
     * Templates in the running service.
     *
     * @param token the file of the token that the scheduler calls with
     */
    TemplateDelivery(Path token) {
        this.token = token;
    }

    /** Has the flight's delivery scheduled with the flight's drone. */
    void schedule(Flight flight) throws InterruptedException {
        Instant now = Instant.now();
        String requestId = flight.deliveryId();
        ScheduleDelivery request = new ScheduleDelivery(requestId, flight.deliveryId(), ACCOUNT, now, order(now));
        Assignment assignment = new Assignment(
                Means.DRONE, flight.droneId(), null, CRUISE_SPEED, now.plusSeconds(300), now.plusSeconds(600));
        String delivery = InternalPaths.DELIVERY.replace("{deliveryId}", flight.deliveryId());
        put(delivery + InternalPaths.OPENING.replace("{requestId}", requestId), Json.bytes(request));
        put(
                delivery + InternalPaths.ATTEMPT.replace("{attempt}", "" + FlightPath.ATTEMPT) + InternalPaths.SCHEDULE,
                Json.bytes(new Schedule(requestId, assignment, new Money(1_000, "EUR"))));
    }

    private static DeliveryOrder order(Instant now) {
        return new DeliveryOrder(
                new Stop(FlightPath.PICKUP, "Pickup street 1, 8001 Zürich", null, null),
                new Stop(FlightPath.DROPOFF, "Drop-off street 1, 8005 Zürich", null, "Ring twice."),
                now,
                now.plus(DEADLINE),
                new Parcel(Size.SMALL, 500, null),
                false,
                Confirmation.NONE,
                "bench");
    }

    private void put(String path, byte[] body) throws InterruptedException {
        try {
            HttpRequest request = HttpRequest.newBuilder(Service.DELIVERY.url().resolve(path))
                    .header("Authorization", "Bearer " + Files.readString(token).strip())
                    .header("Content-Type", "application/json")
                    .timeout(TIMEOUT)
                    .PUT(BodyPublishers.ofByteArray(body))
                    .build();
            var answer = client.send(request, BodyHandlers.ofString());
            if (answer.statusCode() >= ERRORS) {
                throw new InvalidMeasurement(
                        "delivery answered %d to %s: %s".formatted(answer.statusCode(), path, answer.body()));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("delivery does not answer", failed);
        }
    }
}
