package io.dronedelivery.delivery;

import static io.dronedelivery.contracts.InternalPaths.ATTEMPT;
import static io.dronedelivery.contracts.InternalPaths.DELIVERY;
import static io.dronedelivery.contracts.InternalPaths.OPENING;
import static io.dronedelivery.contracts.InternalPaths.SCHEDULE;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.dronedelivery.contracts.Json;
import io.dronedelivery.contracts.Money;
import io.dronedelivery.contracts.Position;
import io.dronedelivery.contracts.Topic;
import io.dronedelivery.contracts.delivery.Assignment;
import io.dronedelivery.contracts.delivery.Assignment.Means;
import io.dronedelivery.contracts.delivery.Attempts.Schedule;
import io.dronedelivery.contracts.delivery.DeliveryEvent;
import io.dronedelivery.contracts.delivery.DeliveryStatus;
import io.dronedelivery.contracts.drone.DroneStream;
import io.dronedelivery.contracts.drone.DroneTelemetry;
import io.dronedelivery.contracts.drone.DroneTelemetry.FlightStatus;
import io.dronedelivery.contracts.drone.DroneTelemetry.Payload;
import io.dronedelivery.contracts.drone.FlightStopped;
import io.dronedelivery.contracts.drone.FlightStopped.Because;
import io.dronedelivery.contracts.drone.LinkLost;
import io.dronedelivery.contracts.drone.MissionReference;
import io.dronedelivery.contracts.ingestion.DeliveryOrder.Confirmation;
import io.dronedelivery.contracts.ingestion.DeliveryRequest;
import io.dronedelivery.contracts.ingestion.DeliveryRequest.ScheduleDelivery;
import io.dronedelivery.issuer.Grant;
import io.dronedelivery.testing.KafkaProbe;
import io.dronedelivery.testing.Orders;
import io.dronedelivery.testing.access.Tokens;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;

/** One delivery, driven through the topics and the REST API. */
public final class Journey {
    /** Requested, scheduled, the five stages of a flight. */
    static final int EVENTS_OF_A_COMPLETED_FLIGHT = 7;

    public final String id = "d-" + UUID.randomUUID();
    final String drone = "drone-" + id;
    public final String account;
    private final KafkaProbe probe;
    private final ScheduleDelivery request;
    private long sequence = 1;
    private Instant time = Instant.now();

    public Journey(KafkaProbe probe, String account, Confirmation confirmation) {
        this.probe = probe;
        this.account = account;
        Instant now = Instant.now();
        this.request = new ScheduleDelivery(
                "request-" + id, id, account, now, Orders.order(now, Orders.WEIGHT_GRAMS, confirmation));
    }

    ScheduleDelivery request() {
        return request;
    }

    public Journey requested() {
        probe.send(Topic.DELIVERY_REQUESTS, id, request.requestId(), request);
        return awaiting(DeliveryStatus.PENDING);
    }

    Response open(DeliveryRequest asked) {
        return given().contentType("application/json")
                .body(Json.text(asked))
                .put(DELIVERY + OPENING, id, asked.requestId());
    }

    Journey scheduled() {
        open(request).then().statusCode(200);
        put(SCHEDULE, schedule()).then().statusCode(204);
        return this;
    }

    Schedule schedule() {
        Instant pickupAt = Instant.now().plusSeconds(60);
        Assignment assignment = new Assignment(Means.DRONE, drone, null, 15.0, pickupAt, pickupAt.plusSeconds(200));
        return new Schedule(request.requestId(), assignment, new Money(790, "EUR"));
    }

    Response put(String action, Object body) {
        return given().contentType("application/json").body(Json.text(body)).put(DELIVERY + ATTEMPT + action, id, 1);
    }

    Journey takenOffFromThePickup() {
        sample(Orders.PICKUP, FlightStatus.GROUNDED);
        sample(Orders.PICKUP, FlightStatus.AIRBORNE);
        return this;
    }

    Journey landedAtTheDropoff() {
        sample(Orders.DROPOFF, FlightStatus.AIRBORNE);
        sample(Orders.DROPOFF, FlightStatus.LANDED);
        return this;
    }

    /** Each sample comes twice, as it may. */
    void sample(Position position, FlightStatus status) {
        time = time.plusSeconds(5);
        DroneTelemetry sample = new DroneTelemetry(
                drone,
                sequence++,
                time,
                position.latitude(),
                position.longitude(),
                0,
                5,
                0,
                90.0,
                status,
                Payload.UNKNOWN,
                mission());
        probe.send(Topic.DRONE_TELEMETRY, drone, drone + "/" + sample.sequence(), sample);
        probe.send(Topic.DRONE_TELEMETRY, drone, drone + "/" + sample.sequence(), sample);
    }

    /** The link to the drone is lost. */
    Journey lost() {
        return says(new LinkLost(drone, sequence++, time, mission()));
    }

    /** A FlightStopped: it is certain that the drone will not go on. */
    Journey stopped() {
        return says(new FlightStopped(drone, sequence++, time, mission(), Because.ACKNOWLEDGED));
    }

    private Journey says(DroneStream message) {
        probe.send(Topic.DRONE_TELEMETRY, drone, drone + "/" + message.sequence(), message);
        return this;
    }

    private MissionReference mission() {
        return new MissionReference(id, 1, false);
    }

    Response get(String path) {
        return given().header(Tokens.bearer(Grant.customer(account))).get("/api/v2/deliveries/" + id + path);
    }

    Journey awaiting(DeliveryStatus status) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(
                        get("").path("status").toString())
                .isEqualTo(status.name()));
        return this;
    }

    List<DeliveryEvent> published(int count) {
        return probe.await(
                Topic.DELIVERY_EVENTS,
                DeliveryEvent.class,
                event -> event.header().deliveryId().equals(id),
                count);
    }
}
