package io.dronedelivery.drone;

import static io.dronedelivery.contracts.InternalPaths.RESERVATION;
import static io.dronedelivery.contracts.InternalPaths.RESERVATIONS;
import static io.dronedelivery.drone.DroneApi.post;
import static io.dronedelivery.drone.DroneApi.put;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.dronedelivery.contracts.Batch.Call;
import io.dronedelivery.contracts.Batch.Calls;
import io.dronedelivery.contracts.Position;
import io.dronedelivery.contracts.drone.Fleet.Base;
import io.dronedelivery.contracts.drone.Fleet.ReservationRequest;
import io.dronedelivery.drone.fleet.Samples;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Many reservations by one request; far from the fleets of the other tests. */
@QuarkusTest
class ReservationBatchTest {
    private static final Position STATION = new Position(-41.29, 174.78);
    private static final Position NORTH = new Position(-41.28, 174.78);
    private static final int TOO_HEAVY_GRAMS = 90_000;

    @Test
    void eachIsAnsweredForItself() {
        put("/bases/wellington", new Base("Wellington", STATION)).statusCode(200);
        put("/drones/porter", Samples.registration("wellington")).statusCode(200);
        post(Samples.standing("porter", 1, STATION, 80));

        put(RESERVATIONS, new Calls<>(List.of(call("d-light", 900), call("d-heavy", TOO_HEAVY_GRAMS))))
                .statusCode(200)
                .body("answers[0].value.droneId", equalTo("porter"))
                .body("answers[1].problem.code", equalTo("TOO_HEAVY_FOR_DRONES"));
        given().get(RESERVATION, "d-light").then().statusCode(200).body("attempt", equalTo(1));
    }

    private static Call<ReservationRequest> call(String deliveryId, int weightGrams) {
        Instant now = Instant.now();
        return new Call<>(
                deliveryId, 1, new ReservationRequest(STATION, NORTH, weightGrams, now, now.plus(Duration.ofHours(2))));
    }
}
