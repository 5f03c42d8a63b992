package io.dronedelivery.drone;

import static io.dronedelivery.contracts.InternalPaths.ATTEMPT;
import static io.dronedelivery.contracts.InternalPaths.RESERVATION;
import static io.dronedelivery.drone.DroneApi.post;
import static io.dronedelivery.drone.DroneApi.put;
import static io.dronedelivery.drone.DroneApi.report;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;

import io.dronedelivery.contracts.Json;
import io.dronedelivery.contracts.Position;
import io.dronedelivery.contracts.drone.DroneTelemetry;
import io.dronedelivery.contracts.drone.Fleet.Airframe;
import io.dronedelivery.contracts.drone.Fleet.Base;
import io.dronedelivery.contracts.drone.Fleet.Protocol;
import io.dronedelivery.contracts.drone.Fleet.Registration;
import io.dronedelivery.contracts.drone.Fleet.ReservationRequest;
import io.dronedelivery.contracts.drone.Fleet.TelemetryBatch;
import io.dronedelivery.drone.fleet.Samples;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is beyond its limit is refused and named. */
@QuarkusTest
class FleetLimitsTest {
    private static final Position STATION = new Position(-38.74, -72.59);
    private static final Instant NOW = Instant.now();

    @BeforeEach
    void aBase() {
        put("/bases/temuco", new Base("Temuco", STATION)).statusCode(200);
    }

    @Test
    void everyFieldBeyondItsLimitIsNamed() {
        Airframe feeble = new Airframe(" ", 0, 1_000_001, 0.05);
        put("/drones/feeble", new Registration("no good", feeble, Protocol.MAVLINK, 255, List.of(), null))
                .statusCode(400)
                .body(
                        "errors.field",
                        contains(
                                "/airframe/cruiseSpeed",
                                "/airframe/model",
                                "/airframe/payloadGramsMax",
                                "/airframe/rangeMetersMax",
                                "/baseId",
                                "/mavlinkNetworks",
                                "/mavlinkSystemId"));
        put("/bases/no good", new Base("", STATION)).statusCode(400).body("errors.field", contains("/name", "baseId"));
        put(RESERVATION + ATTEMPT, new ReservationRequest(STATION, STATION, 0, NOW, NOW), "d", 1)
                .statusCode(400)
                .body("errors.field", contains("/weightGrams"));
        given().get("/drones?limit=1001").then().statusCode(400).body("errors.field", contains("limit"));
    }

    @Test
    void aBatchIsNeitherEmptyNorTooLarge() {
        DroneTelemetry sample = Samples.standing("reporter", 1, STATION, 80);
        DroneTelemetry[] most =
                Collections.nCopies(TelemetryBatch.SAMPLES_MAX, sample).toArray(DroneTelemetry[]::new);

        post(most);
        reject(List.of());
        reject(Collections.nCopies(TelemetryBatch.SAMPLES_MAX + 1, sample));
    }

    private static void reject(List<DroneTelemetry> samples) {
        report("reporter", Json.text(new TelemetryBatch(samples, false)))
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.field", contains("/samples"));
    }
}
