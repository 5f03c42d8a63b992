package io.dronedelivery.contracts;

import io.dronedelivery.contracts.delivery.Assignment;
import io.dronedelivery.contracts.delivery.Cause;
import io.dronedelivery.contracts.delivery.DeliveryEvent;
import io.dronedelivery.contracts.delivery.DeliveryEvent.Header;
import io.dronedelivery.contracts.delivery.DeliveryStatus;
import io.dronedelivery.contracts.drone.DroneStream;
import io.dronedelivery.contracts.drone.DroneTelemetry;
import io.dronedelivery.contracts.drone.FlightStopped;
import io.dronedelivery.contracts.drone.LinkLost;
import io.dronedelivery.contracts.drone.MissionReference;
import io.dronedelivery.contracts.ingestion.DeliveryChange;
import io.dronedelivery.contracts.ingestion.DeliveryOrder;
import io.dronedelivery.contracts.ingestion.DeliveryOrder.Confirmation;
import io.dronedelivery.contracts.ingestion.DeliveryOrder.Contact;
import io.dronedelivery.contracts.ingestion.DeliveryOrder.Stop;
import io.dronedelivery.contracts.ingestion.DeliveryRequest;
import io.dronedelivery.contracts.scheduler.CompensationRequested;
import io.dronedelivery.contracts.scheduler.CompensationRequested.Step;
import io.dronedelivery.contracts.transport.ShipmentProgress;
import io.dronedelivery.contracts.transport.Shipments.Stage;
import java.time.Instant;
import java.util.List;

/** One message of every type, with every field set. */
final class ExampleMessages {
    private static final Instant AT = Instant.parse("2026-03-01T12:00:00.250Z");
    private static final Position PICKUP = new Position(47.3769, 8.5417);
    private static final Position DROPOFF = new Position(47.3901, 8.5157);
    private static final String DELIVERY = "7f1c0d2e-0b34-5c1d-9d2a-0d3c5a1b9e77";
    private static final String REQUEST = "1a2b3c4d-5e6f-5a7b-8c9d-0e1f2a3b4c5d";
    private static final String KEY = "3c9e6a17-5b0d-8f42-9a61-7d0c2e4b8f13";
    private static final String LATE = "/readyAt must be from now (2026-03-01T12:00:00.250Z) to 30 days ahead";
    private static final Money PRICE = new Money(1_250, "EUR");
    private static final Stop STOP = new Stop(
            DROPOFF, "Bahnhofstrasse 1", new Contact("Ada", "+41 44 000 00 00", "ada@example.org"), "Ring twice.");
    private static final DeliveryOrder ORDER = new DeliveryOrder(
            new Stop(PICKUP, null, null, null),
            STOP,
            AT,
            AT.plusSeconds(7_200),
            new Parcel(Parcel.Size.SMALL, 900, "PKG-1"),
            true,
            Confirmation.PIN,
            "order 4711");
    private static final Assignment DRONE =
            new Assignment(Assignment.Means.DRONE, "drone-7", "m-1", 18.0, AT.plusSeconds(120), AT.plusSeconds(300));

    static final List<DeliveryRequest> REQUESTS = List.of(
            new DeliveryRequest.ScheduleDelivery(REQUEST, DELIVERY, "acme", AT, ORDER, KEY, LATE),
            new DeliveryRequest.RescheduleDelivery(
                    REQUEST,
                    DELIVERY,
                    "acme",
                    AT,
                    new DeliveryChange(STOP, AT.plusSeconds(60), AT.plusSeconds(3_600)),
                    KEY,
                    LATE),
            new DeliveryRequest.CancelDelivery(REQUEST, DELIVERY, "acme", AT, "ordered twice", KEY));

    static final List<DeliveryEvent> EVENTS = List.of(
            new DeliveryEvent.DeliveryRequested(header(DeliveryStatus.PENDING), REQUEST, ORDER),
            new DeliveryEvent.DeliveryCreated(header(DeliveryStatus.SCHEDULED), REQUEST, ORDER, DRONE, PRICE),
            new DeliveryEvent.DeliveryRescheduled(header(DeliveryStatus.SCHEDULED), REQUEST, ORDER, DRONE, PRICE),
            new DeliveryEvent.DeliveryHeadedToPickup(header(DeliveryStatus.HEADED_TO_PICKUP)),
            new DeliveryEvent.DeliveryPickedUp(header(DeliveryStatus.PICKED_UP)),
            new DeliveryEvent.DeliveryHeadedToDropoff(header(DeliveryStatus.HEADED_TO_DROPOFF)),
            new DeliveryEvent.DeliveryArriving(header(DeliveryStatus.ARRIVING)),
            new DeliveryEvent.DeliveryCompleted(header(DeliveryStatus.COMPLETED)),
            new DeliveryEvent.DeliveryInterrupted(
                    header(DeliveryStatus.RECOVERING), Refusal.FLIGHT_FAILED, "The link was lost."),
            new DeliveryEvent.DeliveryReturned(header(DeliveryStatus.RETURNED), "Nobody was there."),
            new DeliveryEvent.DeliveryCancelled(header(DeliveryStatus.CANCELLED), REQUEST, "ordered twice"),
            new DeliveryEvent.DeliveryRejected(
                    header(DeliveryStatus.REJECTED), REQUEST, Refusal.ACCOUNT_SUSPENDED, "The account is suspended."),
            new DeliveryEvent.DeliveryFailed(
                    header(DeliveryStatus.FAILED), Refusal.FLIGHT_FAILED, "The drone is lost."),
            new DeliveryEvent.DeliveryChangeRefused(
                    header(DeliveryStatus.PICKED_UP), REQUEST, Refusal.ALREADY_PICKED_UP, "It is on its way."));

    static final List<DroneStream> STREAM = List.of(
            new DroneTelemetry(
                    "drone-7",
                    1_772_366_400_250L,
                    AT,
                    47.3769,
                    8.5417,
                    60.5,
                    17.9,
                    271.5,
                    83.25,
                    DroneTelemetry.FlightStatus.AIRBORNE,
                    DroneTelemetry.Payload.LOADED,
                    new MissionReference(DELIVERY, 1, false)),
            new LinkLost("drone-7", 1_772_366_400_250L, AT, new MissionReference(DELIVERY, 1, false)),
            new FlightStopped(
                    "drone-7",
                    1_772_366_400_250L,
                    AT,
                    new MissionReference(DELIVERY, 1, false),
                    FlightStopped.Because.ACKNOWLEDGED));

    static final List<Object> OTHERS = List.of(
            new ShipmentProgress(DELIVERY, 1, "overland", "OV-1", Stage.PICKED_UP, AT, PICKUP, "Picked up by van 12."),
            new CompensationRequested(
                    DELIVERY,
                    1,
                    new DeliveryRequest.ScheduleDelivery(REQUEST, DELIVERY, "acme", AT, ORDER),
                    Step.RESERVE_DRONE,
                    Refusal.UNAVAILABLE,
                    "The drone service did not answer in time.",
                    List.of(Step.HOLD_MONEY, Step.REGISTER_PACKAGE, Step.RESERVE_DRONE),
                    PRICE,
                    AT));

    private ExampleMessages() {}

    private static Header header(DeliveryStatus status) {
        Cause cause = new Cause(
                Cause.Source.TELEMETRY, "drone-7", "loaded at the pickup", true, 1_772_366_400_250L, AT, PICKUP);
        return new Header(DELIVERY, 5, "acme", 1, status, AT, cause);
    }
}
