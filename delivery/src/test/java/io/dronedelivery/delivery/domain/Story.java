package io.dronedelivery.delivery.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.dronedelivery.contracts.Outcome;
import io.dronedelivery.contracts.Refusal;
import io.dronedelivery.contracts.delivery.Attempts.Closed;
import io.dronedelivery.contracts.delivery.Attempts.Closure;
import io.dronedelivery.contracts.delivery.Attempts.Interruption;
import io.dronedelivery.contracts.delivery.Attempts.Opening;
import io.dronedelivery.contracts.delivery.Attempts.Remedy;
import io.dronedelivery.contracts.delivery.Attempts.Schedule;
import io.dronedelivery.contracts.delivery.DeliveryEvent;
import io.dronedelivery.contracts.delivery.DeliveryEvent.DeliveryChangeRefused;
import io.dronedelivery.contracts.delivery.DeliveryStatus;
import io.dronedelivery.contracts.drone.DroneStream;
import io.dronedelivery.contracts.drone.FlightStopped;
import io.dronedelivery.contracts.drone.FlightStopped.Because;
import io.dronedelivery.contracts.drone.LinkLost;
import io.dronedelivery.contracts.drone.MissionReference;
import io.dronedelivery.contracts.ingestion.DeliveryRequest;
import io.dronedelivery.contracts.ingestion.DeliveryRequest.RescheduleDelivery;
import io.dronedelivery.contracts.transport.ShipmentProgress;
import io.dronedelivery.contracts.transport.Shipments.Stage;
import java.time.Duration;
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

    Story later(Duration time) {
        return at(now.plus(time));
    }

    Story see(DeliveryRequest request) {
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
        return schedule(attempt, Given.byDrone(requestId));
    }

    Outcome<DeliveryStatus> schedule(int attempt, Schedule schedule) {
        return arrangements.schedule("d1", attempt, schedule).await().indefinitely();
    }

    void scheduleByCarrier() {
        schedule(1, Given.byCarrier("request-d1"));
    }

    Story scheduled() {
        open(Given.request());
        schedule(1, "request-d1");
        return this;
    }

    Closing tryClose(int attempt, Closure closure) {
        return arrangements.close("d1", attempt, closure).await().indefinitely();
    }

    Closed close(int attempt, Closure closure) {
        return switch (tryClose(attempt, closure)) {
            case Closing.Decided(Outcome.Granted<Closed>(Closed answer)) -> answer;
            case Closing other -> throw new AssertionError(other);
        };
    }

    Closed close(int attempt, Remedy remedy) {
        return close(attempt, Given.closure(attempt, remedy));
    }

    /** How delivery refuses to have it scheduled anew. */
    Refusal refusedClosure(int attempt) {
        return switch (tryClose(attempt, Given.closure(attempt, Remedy.SCHEDULE_ANEW))) {
            case Closing.Decided(Outcome.Refused<Closed>(Refusal code, String _)) -> code;
            case Closing other -> throw new AssertionError(other);
        };
    }

    Outcome<DeliveryStatus> interrupt(int attempt) {
        return arrangements
                .interrupt("d1", attempt, new Interruption(Refusal.OVERDUE, "nothing was heard of it"))
                .await()
                .indefinitely();
    }

    /** The fleet is certain that the drone will not go on. */
    Story stop(int attempt) {
        return stop(Given.DRONE, attempt);
    }

    Story stop(String droneId, int attempt) {
        return stop(droneId, attempt, Because.ACKNOWLEDGED);
    }

    Story stopWithParcel(int attempt) {
        return stop(Given.DRONE, attempt, Because.WITH_PARCEL);
    }

    /** The drone was declared lost. */
    Story writeOff(int attempt) {
        return stop(Given.DRONE, attempt, Because.WRITTEN_OFF);
    }

    private Story stop(String droneId, int attempt, Because because) {
        fly(List.of(new FlightStopped(droneId, 9_999, now, new MissionReference("d1", attempt, false), because)));
        return this;
    }

    /** A drone was sent, was not heard of any more, and is stopped. */
    Story failedInFlight(int attempt) {
        fly(List.of(new LinkLost(Given.DRONE, 9_000, now, new MissionReference("d1", attempt, false))));
        return stop(attempt);
    }

    Outcome<DeliveryStatus> confirm(String pin) {
        return arrangements
                .confirm("d1", "acme", new Proof(pin, null, null))
                .await()
                .indefinitely();
    }

    RescheduleDelivery restore(Closed closed) {
        return Objects.requireNonNull(closed.restore());
    }

    void fly(List<DroneStream> flight) {
        tracking.see(flight).await().indefinitely();
    }

    Story report(Stage stage) {
        return report(1, stage);
    }

    Story report(int attempt, Stage stage) {
        tracking.see(new ShipmentProgress("d1", attempt, "cargobike", "cb-1", stage, now, null, null))
                .await()
                .indefinitely();
        return this;
    }

    Delivery delivery() {
        return found().orElseThrow();
    }

    Optional<Delivery> found() {
        return deliveries.find("d1").await().indefinitely();
    }

    List<DeliveryEvent> events() {
        return List.copyOf(events);
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
