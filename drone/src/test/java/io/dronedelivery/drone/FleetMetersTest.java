package io.dronedelivery.drone;

import static io.dronedelivery.contracts.InternalPaths.ATTEMPT;
import static io.dronedelivery.contracts.InternalPaths.RESERVATION;
import static io.dronedelivery.drone.DroneApi.post;
import static io.dronedelivery.drone.DroneApi.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dronedelivery.contracts.Position;
import io.dronedelivery.contracts.drone.Fleet.Base;
import io.dronedelivery.contracts.drone.Fleet.ReservationRequest;
import io.dronedelivery.drone.fleet.Samples;
import io.dronedelivery.testing.ManagementInterface;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What the metrics say of the fleet. */
@QuarkusTest
class FleetMetersTest {
    private static final Position STATION = new Position(-53.16, -70.91);

    @Test
    void dronesAreCountedByTheirAvailability() {
        put("/bases/punta-arenas", new Base("Punta Arenas", STATION)).statusCode(200);
        put("/drones/counted", Samples.registration("punta-arenas")).statusCode(200);
        post(Samples.standing("counted", 1, STATION, 80));
        Instant now = Instant.now();
        ReservationRequest request = new ReservationRequest(STATION, STATION, 900, now, now.plus(Duration.ofHours(2)));
        put(RESERVATION + ATTEMPT, request, "d-counted", 1).statusCode(200);

        await().untilAsserted(
                        () -> assertThat(ManagementInterface.get("/metrics").asString())
                                .containsPattern("drones\\{availability=\"RESERVED\"\\} [1-9]"));
    }
}
