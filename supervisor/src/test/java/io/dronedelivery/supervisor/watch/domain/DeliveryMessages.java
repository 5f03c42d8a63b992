package io.dronedelivery.supervisor.watch.domain;

import io.dronedelivery.contracts.Money;
import io.dronedelivery.contracts.Position;
import io.dronedelivery.contracts.Refusal;
import io.dronedelivery.contracts.delivery.Assignment;
import io.dronedelivery.contracts.delivery.Cause;
import io.dronedelivery.contracts.delivery.Cause.Source;
import io.dronedelivery.contracts.delivery.DeliveryEvent;
import io.dronedelivery.contracts.delivery.DeliveryEvent.Header;
import io.dronedelivery.contracts.delivery.DeliveryStatus;
import io.dronedelivery.contracts.delivery.DeliveryView;
import io.dronedelivery.contracts.delivery.DeliveryView.Eta;
import io.dronedelivery.contracts.delivery.DeliveryView.Interval;
import io.dronedelivery.contracts.ingestion.DeliveryChange;
import io.dronedelivery.contracts.ingestion.DeliveryRequest;
import io.dronedelivery.contracts.ingestion.DeliveryRequest.CancelDelivery;
import io.dronedelivery.contracts.ingestion.DeliveryRequest.RescheduleDelivery;
import io.dronedelivery.contracts.ingestion.DeliveryRequest.ScheduleDelivery;
import io.dronedelivery.testing.Orders;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The requests and events of one delivery that begins at that time. */
public record DeliveryMessages(String deliveryId, Instant start) {
    public static final String OWNER = "account";
    public static final Duration FLIGHT = Duration.ofMinutes(20);
    public static final Position PLACE = new Position(47.38, 8.53);

    /** Names a number: the version of an event. */
    public static long version(long number) {
        return number;
    }

    /** Names a number: the attempt that an event is about. */
    public static int attempt(int number) {
        return number;
    }

    public ScheduleDelivery schedule() {
        return Orders.schedule(deliveryId, OWNER, start);
    }

    public String scheduleId() {
        return schedule().requestId();
    }

    public RescheduleDelivery reschedule(String requestId) {
        return new RescheduleDelivery(requestId, deliveryId, OWNER, start, new DeliveryChange(null, null, null));
    }

    public CancelDelivery cancel(String requestId, String accountId) {
        return new CancelDelivery(requestId, deliveryId, accountId, start, null);
    }

    public DeliveryEvent requested() {
        return new DeliveryEvent.DeliveryRequested(
                header(1, 0, DeliveryStatus.PENDING), scheduleId(), schedule().order());
    }

    public DeliveryEvent created(long version, int attempt, String requestId) {
        return new DeliveryEvent.DeliveryCreated(
                header(version, attempt, DeliveryStatus.SCHEDULED),
                requestId,
                schedule().order(),
                assignment(),
                new Money(500, "CHF"));
    }

    public DeliveryEvent rescheduled(long version, int attempt, String requestId) {
        return new DeliveryEvent.DeliveryRescheduled(
                header(version, attempt, DeliveryStatus.SCHEDULED),
                requestId,
                schedule().order(),
                assignment(),
                new Money(500, "CHF"));
    }

    public DeliveryEvent pickedUp(long version, int attempt) {
        return new DeliveryEvent.DeliveryPickedUp(header(version, attempt, DeliveryStatus.PICKED_UP));
    }

    public DeliveryEvent interrupted(long version, int attempt, @Nullable Position at) {
        Cause cause = new Cause(Source.TELEMETRY, "drone", "test", false, null, null, at);
        return new DeliveryEvent.DeliveryInterrupted(
                new Header(deliveryId, version, OWNER, attempt, DeliveryStatus.RECOVERING, start, cause),
                Refusal.FLIGHT_FAILED,
                "the link to the drone was lost");
    }

    public DeliveryEvent completed(long version, int attempt) {
        return new DeliveryEvent.DeliveryCompleted(header(version, attempt, DeliveryStatus.COMPLETED));
    }

    public DeliveryEvent failed(long version, int attempt) {
        return new DeliveryEvent.DeliveryFailed(
                header(version, attempt, DeliveryStatus.FAILED), Refusal.FLIGHT_FAILED, "given up");
    }

    public DeliveryEvent cancelled(long version, String requestId) {
        return new DeliveryEvent.DeliveryCancelled(header(version, 1, DeliveryStatus.CANCELLED), requestId, null);
    }

    public DeliveryEvent refused(long version, DeliveryStatus status, String requestId) {
        return new DeliveryEvent.DeliveryChangeRefused(
                header(version, 1, status), requestId, Refusal.KEY_REUSED, "refused");
    }

    public DeliveryRequest reordered(String requestId) {
        return new ScheduleDelivery(
                requestId, deliveryId, OWNER, start, schedule().order());
    }

    /** How delivery shows it. */
    public DeliveryView view(DeliveryStatus status, long version, int attempt, @Nullable Instant expectedUntil) {
        Eta eta = expectedUntil == null
                ? null
                : new Eta(expectedUntil, new Interval(start, expectedUntil), new Interval(start, expectedUntil));
        return new DeliveryView(
                deliveryId,
                OWNER,
                status,
                version,
                attempt,
                schedule().order(),
                start,
                start,
                assignment(),
                new Money(500, "CHF"),
                eta,
                PLACE,
                null,
                "1234",
                List.of());
    }

    private Assignment assignment() {
        return new Assignment(
                Assignment.Means.DRONE, "drone", null, 15.0, start.plus(FLIGHT.dividedBy(2)), start.plus(FLIGHT));
    }

    private Header header(long version, int attempt, DeliveryStatus status) {
        return new Header(
                deliveryId, version, OWNER, attempt, status, start, Cause.of(Source.SCHEDULER, "test", "test"));
    }
}
