package io.dronedelivery.delivery.domain;

import static io.dronedelivery.delivery.domain.Given.FIRST_ATTEMPT;
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
import io.dronedelivery.delivery.domain.attempt.AttemptHandler;
import io.dronedelivery.delivery.domain.attempt.ClosureAnswer;
import io.dronedelivery.delivery.domain.decision.InMemoryDeliveries;
import io.dronedelivery.delivery.domain.lifecycle.Delivery;
import io.dronedelivery.delivery.domain.lifecycle.ProofOfDelivery;
import io.dronedelivery.delivery.domain.request.RequestHandler;
import io.dronedelivery.delivery.domain.tracking.TrackingHandler;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;

/** One delivery, step by step, handled by the real handlers on the deliveries in memory. */
public final class DeliveryScenario {
    private final ArrayList<DeliveryEvent> events = new ArrayList<>();
    private final InMemoryDeliveries deliveries = new InMemoryDeliveries(events::add);
    private Instant now = Given.NOW;
    private final RequestHandler requests = new RequestHandler(deliveries, () -> now, new Random(1));
    private final AttemptHandler attempts = new AttemptHandler(deliveries, () -> now);
    private final TrackingHandler tracking = new TrackingHandler(deliveries, () -> now);

    public DeliveryScenario at(Instant later) {
        now = later;
        return this;
    }

    public DeliveryScenario later(Duration time) {
        return at(now.plus(time));
    }

    public DeliveryScenario receive(DeliveryRequest request) {
        requests.receive(request).await().indefinitely();
        return this;
    }

    public Optional<Opening> tryOpen(DeliveryRequest request) {
        return requests.open(request).await().indefinitely();
    }

    public Opening open(DeliveryRequest request) {
        return tryOpen(request).orElseThrow();
    }

    public Outcome<DeliveryStatus> schedule(int attempt, String requestId) {
        return schedule(attempt, Given.byDrone(requestId));
    }

    public Outcome<DeliveryStatus> schedule(int attempt, Schedule schedule) {
        return attempts.schedule("d1", attempt, schedule).await().indefinitely();
    }

    public void scheduleByCarrier() {
        schedule(FIRST_ATTEMPT, Given.byCarrier("request-d1"));
    }

    public DeliveryScenario scheduled() {
        open(Given.request());
        schedule(FIRST_ATTEMPT, "request-d1");
        return this;
    }

    public ClosureAnswer tryClose(int attempt, Closure closure) {
        return attempts.close("d1", attempt, closure).await().indefinitely();
    }

    public Closed close(int attempt, Closure closure) {
        return switch (tryClose(attempt, closure)) {
            case ClosureAnswer.Decided(Outcome.Granted<Closed>(Closed answer)) -> answer;
            case ClosureAnswer other -> throw new AssertionError(other);
        };
    }

    public Closed close(int attempt, Remedy remedy) {
        return close(attempt, Given.closure(attempt, remedy));
    }

    /** The code with which delivery refuses to schedule it anew. */
    public Refusal refusedClosure(int attempt) {
        return switch (tryClose(attempt, Given.closure(attempt, Remedy.SCHEDULE_ANEW))) {
            case ClosureAnswer.Decided(Outcome.Refused<Closed>(Refusal code, String _)) -> code;
            case ClosureAnswer other -> throw new AssertionError(other);
        };
    }

    public Outcome<DeliveryStatus> interrupt(int attempt) {
        return attempts.interrupt("d1", attempt, new Interruption(Refusal.OVERDUE, "nothing was heard of it"))
                .await()
                .indefinitely();
    }

    /** A FlightStopped: it is certain that the drone will not go on. */
    public DeliveryScenario stop(int attempt) {
        return stop(Given.DRONE, attempt);
    }

    public DeliveryScenario stop(String droneId, int attempt) {
        return stop(droneId, attempt, Because.ACKNOWLEDGED);
    }

    public DeliveryScenario stopWithParcel(int attempt) {
        return stop(Given.DRONE, attempt, Because.WITH_PARCEL);
    }

    /** The drone was declared lost. */
    public DeliveryScenario writeOff(int attempt) {
        return stop(Given.DRONE, attempt, Because.WRITTEN_OFF);
    }

    private DeliveryScenario stop(String droneId, int attempt, Because because) {
        fly(List.of(new FlightStopped(droneId, 9_999, now, new MissionReference("d1", attempt, false), because)));
        return this;
    }

    /** The link to the drone is lost, and then the drone is stopped. */
    public DeliveryScenario failedInFlight(int attempt) {
        fly(List.of(new LinkLost(Given.DRONE, 9_000, now, new MissionReference("d1", attempt, false))));
        return stop(attempt);
    }

    public Outcome<DeliveryStatus> confirm(String pin) {
        return requests.confirm("d1", "acme", new ProofOfDelivery(pin, null, null))
                .await()
                .indefinitely();
    }

    public RescheduleDelivery restore(Closed closed) {
        return Objects.requireNonNull(closed.restore());
    }

    public void fly(List<DroneStream> flight) {
        tracking.observe(flight).await().indefinitely();
    }

    public DeliveryScenario report(Stage stage) {
        return report(FIRST_ATTEMPT, stage);
    }

    public DeliveryScenario report(int attempt, Stage stage) {
        tracking.report(new ShipmentProgress("d1", attempt, "cargobike", "cb-1", stage, now, null, null))
                .await()
                .indefinitely();
        return this;
    }

    public Delivery delivery() {
        return found().orElseThrow();
    }

    public Optional<Delivery> found() {
        return deliveries.find("d1").await().indefinitely();
    }

    public List<DeliveryEvent> events() {
        return List.copyOf(events);
    }

    public DeliveryStatus status() {
        return delivery().status();
    }

    public List<DeliveryStatus> statuses() {
        assertThat(events.stream().map(event -> event.eventId()))
                .doesNotHaveDuplicates()
                .last()
                .isEqualTo("d1/" + events.size());
        return events.stream().map(event -> event.header().status()).toList();
    }

    public List<Refusal> refusals() {
        return events.stream()
                .filter(DeliveryChangeRefused.class::isInstance)
                .map(event -> ((DeliveryChangeRefused) event).code())
                .toList();
    }

    public <T> T last(Class<T> type) {
        return events.stream()
                .filter(type::isInstance)
                .map(type::cast)
                .reduce((_, later) -> later)
                .orElseThrow();
    }

    public Refusal refusalOf(Outcome<DeliveryStatus> outcome) {
        return switch (outcome) {
            case Outcome.Granted<DeliveryStatus> granted -> throw new AssertionError(granted);
            case Outcome.Refused<DeliveryStatus> refused -> refused.code();
        };
    }
}
