package io.dronedelivery.drone;

import static io.dronedelivery.contracts.InternalPaths.ATTEMPT;
import static io.dronedelivery.contracts.InternalPaths.RESERVATION;
import static io.dronedelivery.drone.DroneApi.post;
import static io.dronedelivery.drone.DroneApi.put;
import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.dronedelivery.contracts.Position;
import io.dronedelivery.contracts.drone.Fleet.Availability;
import io.dronedelivery.contracts.drone.Fleet.Base;
import io.dronedelivery.contracts.drone.Fleet.ReservationRequest;
import io.dronedelivery.drone.fleet.Samples;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Far from the fleets of the other tests, so that none of their drones comes. */
@QuarkusTest
class FleetOverviewTest {
    private static final Position STATION = new Position(-77.85, 166.67);
    private static final String FLEET = "/operations/fleet";
    private static final String HELD = "drones.find { it.droneId == 'seen-held' }";

    @BeforeEach
    void aHeldDroneAndOneThatWasNeverHeard() {
        put("/bases/mcmurdo", new Base("McMurdo", STATION)).statusCode(200);
        put("/bases/scott", new Base("Scott", STATION)).statusCode(200);
        put("/drones/seen-held", Samples.registration("mcmurdo")).statusCode(200);
        post(Samples.standing("seen-held", 1, STATION, 80));
        Instant now = Instant.now();
        ReservationRequest request = new ReservationRequest(STATION, STATION, 900, now, now.plus(Duration.ofHours(2)));
        put(RESERVATION + ATTEMPT, request, "d-seen", 1).statusCode(200);
        put("/drones/seen-silent", Samples.registration("scott")).statusCode(200);
    }

    @Test
    void theFleetHasAllBasesAndEachDroneInShort() {
        await().untilAsserted(() -> given().get(FLEET)
                .then()
                .statusCode(200)
                .body("bases.baseId", hasItems("mcmurdo", "scott"))
                .body("bases.find { it.baseId == 'scott' }.name", equalTo("Scott"))
                .body("bases.find { it.baseId == 'scott' }.location.latitude", equalTo((float) STATION.latitude()))
                .body("drones.droneId", hasItems("seen-held", "seen-silent"))
                .body(HELD + ".baseId", equalTo("mcmurdo"))
                .body(HELD + ".availability", equalTo("RESERVED"))
                .body(HELD + ".deliveryId", equalTo("d-seen"))
                .body(HELD + ".position.latitude", equalTo((float) STATION.latitude()))
                .body(HELD + ".battery", equalTo(80f))
                .body(HELD + ".flightStatus", equalTo("LANDED"))
                .body(
                        "drones.find { it.droneId == 'seen-silent' }.keySet()",
                        equalTo(Set.of("droneId", "baseId", "model", "availability"))));
    }

    @Test
    void theDronesOfABaseOrAnAvailabilityAreChosen() {
        given().get(FLEET + "?base=scott")
                .then()
                .body("drones.droneId", contains("seen-silent"))
                .body("bases.baseId", hasItems("mcmurdo", "scott"));
        given().get(FLEET + "?availability=FREE")
                .then()
                .body("drones.availability", everyItem(equalTo("FREE")))
                .body("drones.droneId", not(hasItem("seen-held")));
        given().get(FLEET + "?base=mcmurdo&availability=FREE").then().body("drones", hasSize(0));
        given().get(FLEET + "?base=nowhere").then().statusCode(200).body("drones", hasSize(0));
        given().get(FLEET + "?availability=ASLEEP")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("availability"));
    }

    @Test
    void dronesAreCountedByAvailability() {
        given().get("/operations/counts")
                .then()
                .statusCode(200)
                .body(
                        "drones.keySet()",
                        equalTo(Stream.of(Availability.values()).map(Enum::name).collect(Collectors.toSet())))
                .body("drones.RESERVED", greaterThanOrEqualTo(1));
    }
}
