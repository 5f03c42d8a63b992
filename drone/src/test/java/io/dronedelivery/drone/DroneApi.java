package io.dronedelivery.drone;

import static io.restassured.RestAssured.given;

import io.dronedelivery.contracts.Json;
import io.dronedelivery.contracts.drone.DroneTelemetry;
import io.dronedelivery.contracts.drone.Fleet.TelemetryBatch;
import io.dronedelivery.issuer.Grant;
import io.dronedelivery.testing.access.Tokens;
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

    /** A drone reports; its orders come back. */
    static ValidatableResponse post(DroneTelemetry... samples) {
        return report(samples[0].droneId(), Json.text(new TelemetryBatch(List.of(samples), false)))
                .statusCode(200);
    }

    /** Whatever a drone sends. */
    static ValidatableResponse report(String droneId, String body) {
        return given().header(Tokens.bearer(Grant.drone(droneId)))
                .contentType(ContentType.JSON)
                .body(body)
                .post("/telemetry")
                .then();
    }
}
