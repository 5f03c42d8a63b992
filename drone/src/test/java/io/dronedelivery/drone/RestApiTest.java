package io.dronedelivery.drone;

import static io.dronedelivery.contracts.InternalPaths.ATTEMPT;
import static io.dronedelivery.contracts.InternalPaths.RESERVATION;
import static io.dronedelivery.drone.DroneApi.post;
import static io.dronedelivery.drone.DroneApi.put;
import static io.dronedelivery.drone.DroneApi.report;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.dronedelivery.contracts.Json;
import io.dronedelivery.contracts.Money;
import io.dronedelivery.contracts.Position;
import io.dronedelivery.contracts.Topic;
import io.dronedelivery.contracts.delivery.Assignment;
import io.dronedelivery.contracts.delivery.Cause;
import io.dronedelivery.contracts.delivery.DeliveryEvent;
import io.dronedelivery.contracts.delivery.DeliveryEvent.DeliveryCompleted;
import io.dronedelivery.contracts.delivery.DeliveryEvent.DeliveryCreated;
import io.dronedelivery.contracts.delivery.DeliveryEvent.Header;
import io.dronedelivery.contracts.delivery.DeliveryStatus;
import io.dronedelivery.contracts.drone.DroneStream;
import io.dronedelivery.contracts.drone.DroneTelemetry;
import io.dronedelivery.contracts.drone.Fleet.Base;
import io.dronedelivery.contracts.drone.Fleet.ReservationRequest;
import io.dronedelivery.contracts.drone.Fleet.TelemetryBatch;
import io.dronedelivery.drone.fleet.Samples;
import io.dronedelivery.testing.KafkaProbe;
import io.dronedelivery.testing.Orders;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Far from the fleets of the other tests, so that none of their drones comes. */
@QuarkusTest
class RestApiTest {
    private static final Position STATION = new Position(-33.45, -70.66);
    private static final Position NORTH = new Position(-33.44, -70.66);
    private static final Instant NOW = Instant.now();

    @BeforeEach
    void aBase() {
        put("/bases/santiago", new Base("Santiago", STATION)).statusCode(200);
    }

    @Test
    void aReservationBecomesAMissionThatItsDroneIsOrderedToFly() {
        register("flyer");
        post(Samples.standing("flyer", 1, STATION, 80)).body("orders[0].flight", nullValue());

        reserve("d-flown", 1).statusCode(200).body("droneId", equalTo("flyer"));
        reserve("d-flown", 1).statusCode(200).body("droneId", equalTo("flyer"));
        given().get(RESERVATION, "d-flown").then().statusCode(200).body("attempt", equalTo(1));
        given().get("/drones/flyer").then().body("availability", equalTo("RESERVED"));
        given().get("/drones?availability=FREE").then().body("droneId", not(hasItem("flyer")));

        try (KafkaProbe probe = new KafkaProbe()) {
            tell(probe, created("d-flown"));
            Awaitility.await().untilAsserted(() -> post(Samples.standing("flyer", 2, STATION, 80))
                    .body("orders[0].flight.mission.deliveryId", equalTo("d-flown")));
            given().get("/drones/flyer")
                    .then()
                    .body("availability", equalTo("ON_MISSION"))
                    .body("mission.deliveryId", equalTo("d-flown"));

            tell(probe, new DeliveryCompleted(header("d-flown", 3, DeliveryStatus.COMPLETED)));
            Awaitility.await().untilAsserted(() -> post(Samples.standing("flyer", 3, STATION, 80))
                    .body("orders[0].flight", nullValue())
                    .body("orders[0].home.latitude", equalTo((float) STATION.latitude())));
        }
        given().get(RESERVATION, "d-flown").then().statusCode(404);
        given().get("/drones?availability=FREE&limit=1000").then().body("droneId", hasItem("flyer"));
    }

    @Test
    void samplesAreInTheStreamInTheirOrderWhenTheyAreAnswered() {
        register("reporter");

        post(Samples.standing("unheard-of", 1, STATION, 80)).body("unknown", equalTo(List.of("unheard-of")));
        post(Samples.standing("reporter", 1, STATION, 80)).body("unknown", equalTo(List.of()));
        post(Samples.standing("reporter", 3, STATION, 80), Samples.standing("reporter", 2, STATION, 80));

        try (KafkaProbe probe = new KafkaProbe()) {
            assertThat(probe.all(Topic.DRONE_TELEMETRY.topicName()))
                    .filteredOn(message -> List.of("reporter", "unheard-of").contains(message.key()))
                    .extracting(message ->
                            Json.read(message.value(), DroneStream.class).sequence())
                    .containsExactly(1L, 3L, 2L);
        }
        Awaitility.await().untilAsserted(() -> given().get("/drones/reporter")
                .then()
                .body("battery", equalTo(80f))
                .body("position.latitude", equalTo((float) STATION.latitude())));
    }

    @Test
    void aDroneReportsItselfAndNoOther() {
        register("impostor");
        register("victim");
        DroneTelemetry own = Samples.standing("impostor", 1, STATION, 80);
        DroneTelemetry others = Samples.standing("victim", 1, STATION, 80);

        report("impostor", Json.text(new TelemetryBatch(List.of(own, others), false)))
                .statusCode(403)
                .contentType("application/problem+json");

        try (KafkaProbe probe = new KafkaProbe()) {
            assertThat(probe.all(Topic.DRONE_TELEMETRY.topicName()))
                    .extracting(ConsumerRecord::key)
                    .doesNotContain("impostor", "victim");
        }
    }

    @Test
    void refusalsAndOvertakenAttemptsAreProblems() {
        put(RESERVATION + ATTEMPT, request(99_999), "d-heavy", 1)
                .statusCode(422)
                .contentType("application/problem+json")
                .body("code", equalTo("TOO_HEAVY_FOR_DRONES"));

        given().delete(RESERVATION + ATTEMPT, "d-undone", 2).then().statusCode(204);
        reserve("d-undone", 1).statusCode(409).body("code", equalTo("ATTEMPT_OVERTAKEN"));
        reserve("d-undone", 2).statusCode(409);
        given().get(RESERVATION, "d-undone").then().statusCode(404);
        given().get("/drones/nobody").then().statusCode(404);
        given().get("/bases/santiago").then().body("name", equalTo("Santiago"));
    }

    @Test
    void aWrongFieldIsNamed() {
        String good = Json.text(new TelemetryBatch(List.of(Samples.standing("reporter", 1, STATION, 80)), false));

        reject("{\"samples\":[]}", "/samples");
        reject(good.replace("\"more\":false", "\"more\":\"some\""), "/more");
        reject("{\"samples\":", "");
        reject("", "");
        reject(
                Json.text(new TelemetryBatch(
                        Collections.nCopies(1_001, Samples.standing("reporter", 1, STATION, 80)), false)),
                "/samples");
        put("/drones/lost", Samples.registration("nowhere")).statusCode(400).body("detail", containsString("baseId"));
        reserve("d", 0).statusCode(400).body("errors[0].field", equalTo("attempt"));
    }

    @Test
    void oneBadSampleIsRefusedAloneNotWithItsBatch() {
        register("mixed");
        List<DroneTelemetry> samples = IntStream.rangeClosed(1, 10)
                .mapToObj(sequence -> Samples.standing("mixed", sequence, STATION, 80))
                .toList();
        String body = Json.text(new TelemetryBatch(samples, false));
        String third = Json.text(samples.get(2));

        refuse(
                body,
                third,
                third.replace("\"heading\":0.0", "\"heading\":-0.1"),
                "/heading: must be between 0.0 and 360.0");
        refuse(body, third, third.replace("80.0", "180.0"), "/battery: must be between");
        refuse(body, third, third.replace("LANDED", "FLOATING"), "/flightStatus: must be one of");
        refuse(body, third, third.replace("\"sequence\":3,", "\"sequence\":null,"), "/sequence: is required");
        refuse(
                body,
                third,
                third.replace("\"sequence\":3,", "\"sequence\":9000000000000000000,"),
                "/sequence: must be");
        refuse(
                body,
                third,
                third.replace("\"sequence\":3,", "\"sequence\":99999999999999999999,"),
                "/sequence: must be");
        refuse(body, third, third.replace("\"longitude\":-70.66,", ""), "/longitude: is missing");
        refuse(body, third, third.replace("-70.66", "\"\\u0000\""), "/longitude: must be");
        refuse(
                body,
                third,
                third.replaceFirst("\"time\":\"[^\"]*\"", "\"time\":1e30"),
                "/time: has a value that is not allowed");
        refuse(body, third, "null", "is missing");
        refuse(body, third, "[]", "must be an object");
        refuse(body, third, "\"sample\"", "lacks its type");

        try (KafkaProbe probe = new KafkaProbe()) {
            assertThat(probe.all(Topic.DRONE_TELEMETRY.topicName()))
                    .filteredOn(message -> "mixed".equals(message.key()))
                    .extracting(message ->
                            Json.read(message.value(), DroneStream.class).sequence())
                    .contains(1L, 2L, 4L, 10L)
                    .doesNotContain(3L);
        }
        given().get("/drones/mixed/set-aside")
                .then()
                .statusCode(200)
                .body("counts.MALFORMED", equalTo(18))
                .body("latest", hasSize(18))
                .body("latest[0].reason", equalTo("MALFORMED"));
        given().get("/drones/nobody/set-aside").then().statusCode(404);
    }

    /** Posted twice, as a drone does that did not hear the answer. */
    private static void refuse(String batch, String sample, String bad, String reason) {
        assertThat(bad).isNotEqualTo(sample);
        for (int time = 0; time < 2; time++) {
            report("mixed", batch.replace(sample, bad))
                    .statusCode(200)
                    .body("refused", hasSize(1))
                    .body("refused[0].index", equalTo(2))
                    .body("refused[0].reason", containsString(reason))
                    .body("orders.droneId", equalTo(List.of("mixed")));
        }
    }

    @Test
    void rejectedSamplesAreShownToOperatorsAndNotPublished() {
        register("jumper");
        post(Samples.standing("jumper", 1, STATION, 80)).body("refused", hasSize(0));
        post(Samples.standing("jumper", 2, new Position(47, 8), 80), Samples.standing("jumper", 3, STATION, 80))
                .body("refused.index", equalTo(List.of(0)))
                .body("refused[0].reason", containsString("/latitude, /longitude"));

        given().get("/drones/jumper/set-aside")
                .then()
                .body("counts.PLACE", equalTo(1))
                .body("latest[0].sample.sequence", equalTo(2))
                .body("latest[0].detail", containsString("m are plausible"));
        Awaitility.await()
                .untilAsserted(() -> given().get("/drones/jumper").then().body("position.latitude", equalTo((float)
                        STATION.latitude())));
    }

    @Test
    void aDroneThatNeverTellsItsBatteryIsShownWithoutOne() {
        register("unsure");
        post(Samples.charged(Samples.standing("unsure", 1, STATION, 80), null));

        given().get("/drones/unsure").then().body("battery", nullValue()).body("availability", equalTo("RETURNING"));
    }

    private static void reject(String body, String field) {
        report("reporter", body)
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors[0].field", equalTo(field));
    }

    private static void register(String droneId) {
        put("/drones/" + droneId, Samples.registration("santiago")).statusCode(200);
    }

    private static ValidatableResponse reserve(String deliveryId, int attempt) {
        return put(RESERVATION + ATTEMPT, request(900), deliveryId, attempt);
    }

    private static ReservationRequest request(int weightGrams) {
        return new ReservationRequest(STATION, NORTH, weightGrams, NOW, NOW.plus(Duration.ofHours(2)));
    }

    private static void tell(KafkaProbe probe, DeliveryEvent event) {
        probe.send(Topic.DELIVERY_EVENTS, event.header().deliveryId(), event.eventId(), event);
    }

    private static DeliveryCreated created(String deliveryId) {
        return new DeliveryCreated(
                header(deliveryId, 2, DeliveryStatus.SCHEDULED),
                "request",
                Orders.order(NOW),
                new Assignment(Assignment.Means.DRONE, "flyer", null, 15.0, NOW, NOW),
                new Money(100, "EUR"));
    }

    private static Header header(String deliveryId, long version, DeliveryStatus status) {
        return new Header(
                deliveryId,
                version,
                "account",
                1,
                status,
                NOW,
                Cause.of(Cause.Source.SCHEDULER, "request", "scheduled"));
    }
}
