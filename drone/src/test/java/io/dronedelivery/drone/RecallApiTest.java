package io.dronedelivery.drone;

import static io.dronedelivery.contracts.InternalPaths.ATTEMPT;
import static io.dronedelivery.contracts.InternalPaths.RECALL;
import static io.dronedelivery.contracts.InternalPaths.RESERVATION;
import static io.dronedelivery.drone.DroneApi.post;
import static io.dronedelivery.drone.DroneApi.put;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.dronedelivery.contracts.Json;
import io.dronedelivery.contracts.Position;
import io.dronedelivery.contracts.Topic;
import io.dronedelivery.contracts.drone.DroneStream;
import io.dronedelivery.contracts.drone.DroneTelemetry;
import io.dronedelivery.contracts.drone.DroneTelemetry.FlightStatus;
import io.dronedelivery.contracts.drone.DroneTelemetry.Payload;
import io.dronedelivery.contracts.drone.Fleet.Base;
import io.dronedelivery.contracts.drone.Fleet.ReservationRequest;
import io.dronedelivery.contracts.drone.Fleet.WriteOff;
import io.dronedelivery.contracts.drone.FlightStopped;
import io.dronedelivery.contracts.drone.FlightStopped.Because;
import io.dronedelivery.contracts.drone.MissionReference;
import io.dronedelivery.drone.fleet.FleetSetting;
import io.dronedelivery.drone.fleet.Samples;
import io.dronedelivery.drone.mission.domain.MissionCommand;
import io.dronedelivery.drone.mission.domain.MissionStore;
import io.dronedelivery.issuer.Grant;
import io.dronedelivery.testing.KafkaProbe;
import io.dronedelivery.testing.access.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Each on an island of its own, so that no other test's drone comes. */
@QuarkusTest
class RecallApiTest {
    private static final Position HAWAII = new Position(19.72, -155.08);
    private static final Position TAHITI = new Position(-17.55, -149.61);

    @Inject
    MissionStore missions;

    @Test
    void aRecalledDroneIsOrderedHomeAndItsStopIsPublishedOnceBehindItsSamples() {
        MissionReference mission = flies("recalled", HAWAII, "d-recalled");
        Awaitility.await().untilAsserted(() -> post(flying("recalled", 2, mission))
                .body("orders[0].flight.mission.deliveryId", equalTo("d-recalled")));

        recall("d-recalled", 1);
        recall("d-recalled", 1);
        Awaitility.await()
                .untilAsserted(() -> post(flying("recalled", 3, mission)).body("orders[0].flight", nullValue()));
        post(flying("recalled", 4, new MissionReference("d-recalled", 1, true)));

        FlightStopped stopped =
                new FlightStopped("recalled", 4, Samples.NOW.plusSeconds(4), mission, Because.ACKNOWLEDGED);
        assertThat(stopped("recalled")).isEqualTo(stopped);
        recall("d-recalled", 1);
        given().delete(RESERVATION + ATTEMPT, "d-recalled", 1).then().statusCode(204);
        post(Samples.standing("recalled", 5, HAWAII, 90));
        assertThat(stream("recalled"))
                .extracting(DroneStream::sequence, message -> message instanceof FlightStopped)
                .containsSubsequence(tuple(4L, false), tuple(4L, true), tuple(5L, false))
                .containsOnlyOnce(tuple(4L, true));
    }

    @Test
    void aDroneThatIsWrittenOffIsRecordedWithWhoAndWhyAndItsMissionStopped() {
        MissionReference mission = flies("sunk", TAHITI, "d-sunk");
        recall("d-sunk", 1);

        writeOff("sunk", "Ada", "fell into the lake").statusCode(204);
        writeOff("sunk", "Bob", "once more").statusCode(204);

        given().get("/drones/sunk")
                .then()
                .body("availability", equalTo("WRITTEN_OFF"))
                .body("writtenOff.by", equalTo("Ada"))
                .body("writtenOff.note", equalTo("fell into the lake"));
        assertThat(stopped("sunk"))
                .isEqualTo(new FlightStopped("sunk", 1, Samples.NOW.plusSeconds(1), mission, Because.WRITTEN_OFF));

        put("/drones/sunk", Samples.registration("base-of-sunk"))
                .statusCode(200)
                .body("writtenOff", nullValue());
    }

    @Test
    void aRecallOfNothingIsDone() {
        recall("d-never", 3);
        given().put(RESERVATION + ATTEMPT + RECALL, "d-never", 0).then().statusCode(400);
    }

    @Test
    void aWriteOffNeedsADroneAndANote() {
        writeOff("unheard-of", "Ada", "gone").statusCode(404).body("code", equalTo("NOT_FOUND"));
        writeOff("unheard-of", "Ada", " ").statusCode(400).body("errors[0].field", equalTo("/note"));
        writeOff("unheard-of", "Ada", "x".repeat(1_001)).statusCode(400).body("errors[0].field", equalTo("/note"));
    }

    /** A drone on that island that is to fly the delivery. */
    private MissionReference flies(String droneId, Position island, String deliveryId) {
        put("/bases/base-of-" + droneId, new Base(droneId, island)).statusCode(200);
        put("/drones/" + droneId, Samples.registration("base-of-" + droneId)).statusCode(200);
        post(Samples.standing(droneId, 1, island, 90));
        Instant now = Instant.now();
        ReservationRequest request = new ReservationRequest(
                island,
                new Position(island.latitude() + 0.01, island.longitude()),
                900,
                now,
                now.plus(Duration.ofHours(2)));
        put(RESERVATION + ATTEMPT, request, deliveryId, 1).statusCode(200).body("droneId", equalTo(droneId));
        FleetSetting.apply(missions, new MissionCommand.Confirm(deliveryId, 1), now);
        return new MissionReference(deliveryId, 1, false);
    }

    private static DroneTelemetry flying(String droneId, long sequence, MissionReference mission) {
        return Samples.flying(
                Samples.sample(droneId, sequence, HAWAII, 90, FlightStatus.AIRBORNE, Payload.EMPTY), mission);
    }

    private static DroneStream stopped(String droneId) {
        return KafkaProbe.published(
                        Topic.DRONE_TELEMETRY,
                        DroneStream.class,
                        message -> message instanceof FlightStopped
                                && message.droneId().equals(droneId),
                        1)
                .getFirst();
    }

    private static List<DroneStream> stream(String droneId) {
        try (KafkaProbe probe = new KafkaProbe()) {
            return probe.all(Topic.DRONE_TELEMETRY.topicName()).stream()
                    .filter(message -> message.key().equals(droneId))
                    .map(message -> Json.read(message.value(), DroneStream.class))
                    .toList();
        }
    }

    private static void recall(String deliveryId, int attempt) {
        given().put(RESERVATION + ATTEMPT + RECALL, deliveryId, attempt).then().statusCode(204);
    }

    private static ValidatableResponse writeOff(String droneId, String operator, String note) {
        return given().header(Tokens.bearer(Grant.operator(operator)))
                .contentType(ContentType.JSON)
                .body(Json.text(new WriteOff(note)))
                .post("/drones/" + droneId + "/write-off")
                .then();
    }
}
