package io.dronedelivery.delivery.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.dronedelivery.contracts.Outcome;
import io.dronedelivery.contracts.Refusal;
import io.dronedelivery.contracts.delivery.Attempts.Closed;
import io.dronedelivery.contracts.delivery.Attempts.Closure;
import io.dronedelivery.contracts.delivery.Attempts.Opening;
import io.dronedelivery.contracts.delivery.DeliveryEvent;
import io.dronedelivery.contracts.delivery.DeliveryEvent.DeliveryChangeRefused;
import io.dronedelivery.contracts.delivery.DeliveryStatus;
import io.dronedelivery.contracts.drone.DroneStream;
import io.dronedelivery.contracts.ingestion.DeliveryRequest;
import io.dronedelivery.contracts.ingestion.DeliveryRequest.RescheduleDelivery;
import io.dronedelivery.contracts.ingestion.DeliveryRequest.ScheduleDelivery;
import io.dronedelivery.contracts.transport.ShipmentProgress;
import io.dronedelivery.contracts.transport.Shipments.Stage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;

/** The life of one delivery, step by step, by the real handlers on the port in memory. */
final class Story {
    private final ArrayList<DeliveryEvent> events = new ArrayList<>();
    private final InMemoryDeliveries deliveries = new InMemoryDeliveries(events::add);
    private Instant now = Given.NOW;
    private final Requests requests = new Requests(deliveries, () -> now, new Random(1));
    private final Arrangements arrangements = new Arrangements(deliveries, () -> now);
    private final Tracking tracking = new Tracking(deliveries, () -> now);

    Story at(Instant later) {
        now = later;
        return this;
    }

    Story see(ScheduleDelivery request) {
        requests.see(request).await().indefinitely();
        return this;
    }

    Optional<Opening> tryOpen(DeliveryRequest request) {
        return requests.open(request).await().indefinitely();
    }

    Opening open(DeliveryRequest request) {
        return tryOpen(request).orElseThrow();
    }

    Outcome<DeliveryStatus> schedule(int attempt, String requestId) {
        return arrangements
                .schedule("d1", attempt, Given.byDrone(requestId))
                .await()
                .indefinitely();
    }

    void scheduleByCarrier() {
        arrangements.schedule("d1", 1, Given.byCarrier("request-d1")).await().indefinitely();
    }

    Story scheduled() {
        open(Given.request());
        schedule(1, "request-d1");
        return this;
    }

    Optional<Closed> tryClose(int attempt, Closure closure) {
        return arrangements.close("d1", attempt, closure).await().indefinitely();
    }

    Closed close(int attempt, Closure closure) {
        return tryClose(attempt, closure).orElseThrow();
    }

    RescheduleDelivery restore(Closed closed) {
        return Objects.requireNonNull(closed.restore());
    }

    void fly(List<DroneStream> flight) {
        tracking.see(flight).await().indefinitely();
    }

    Story report(Stage stage) {
        tracking.see(new ShipmentProgress("d1", 1, "cargobike", "cb-1", stage, now, null, null))
                .await()
                .indefinitely();
        return this;
    }

    Delivery delivery() {
        return deliveries.find("d1").await().indefinitely().orElseThrow();
    }

    DeliveryStatus status() {
        return delivery().status();
    }

    List<DeliveryStatus> statuses() {
        assertThat(events.stream().map(event -> event.eventId()))
                .doesNotHaveDuplicates()
                .last()
                .isEqualTo("d1/" + events.size());
        return events.stream().map(event -> event.header().status()).toList();
    }

    List<Refusal> refusals() {
        return events.stream()
                .filter(DeliveryChangeRefused.class::isInstance)
                .map(event -> ((DeliveryChangeRefused) event).code())
                .toList();
    }

    <T> T last(Class<T> type) {
        return events.stream()
                .filter(type::isInstance)
                .map(type::cast)
                .reduce((_, later) -> later)
                .orElseThrow();
    }

    Refusal refusalOf(Outcome<DeliveryStatus> outcome) {
        return switch (outcome) {
            case Outcome.Granted<DeliveryStatus> granted -> throw new AssertionError(granted);
            case Outcome.Refused<DeliveryStatus> refused -> refused.code();
        };
    }
}
