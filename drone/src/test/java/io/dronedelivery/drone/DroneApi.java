package io.dronedelivery.drone;

import static io.restassured.RestAssured.given;

import io.dronedelivery.contracts.Json;
import io.dronedelivery.contracts.drone.DroneTelemetry;
import io.dronedelivery.contracts.drone.Fleet.TelemetryBatch;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.List;

/** The service as its callers and its drones call it. */
final class DroneApi {
    private DroneApi() {}

    static ValidatableResponse put(String path, Object body, Object... parameters) {
        return given().contentType(ContentType.JSON)
                .body(Json.text(body))
                .put(path, parameters)
                .then();
    }

    /** Drones report; their orders come back. */
    static ValidatableResponse post(DroneTelemetry... samples) {
        return given().contentType(ContentType.JSON)
                .body(Json.text(new TelemetryBatch(List.of(samples), false)))
                .post("/telemetry")
                .then()
                .statusCode(200);
    }
}
