package io.dronedelivery.drone;

import static io.dronedelivery.drone.DroneApi.put;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dronedelivery.contracts.Json;
import io.dronedelivery.contracts.Position;
import io.dronedelivery.contracts.drone.Fleet.Base;
import io.dronedelivery.contracts.drone.Fleet.Protocol;
import io.dronedelivery.contracts.drone.Fleet.Registration;
import io.dronedelivery.drone.fleet.Samples;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.math.BigInteger;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the registration of a drone with MAVLink needs, and what is refused. */
@QuarkusTest
class MavlinkFieldsTest {
    private static final int SYSTEM = 1;
    private static final String KEY = "00112233445566778899aabbccddeeff".repeat(2);
    private static final List<String> NETWORKS = List.of("10.20.0.0/16", "::1/128");

    private final ObjectNode valid =
            Json.MAPPER.valueToTree(Registration.overMavlink("valdivia", Samples.AIRFRAME, SYSTEM, NETWORKS));

    @BeforeEach
    void aBase() {
        put("/bases/valdivia", new Base("Valdivia", new Position(-39.81, -73.25)))
                .statusCode(200);
    }

    @Test
    void networksAreShownAndTheKeyIsNot() {
        register(valid.put("mavlinkKey", KEY))
                .statusCode(200)
                .body("registration.mavlinkNetworks", equalTo(NETWORKS))
                .body(not(containsString("mavlinkKey")))
                .body(not(containsString(KEY)));
        for (String path : List.of("/drones/numbered", "/drones?limit=1000")) {
            given().get(path).then().statusCode(200).body(not(containsString(KEY)));
        }
    }

    @Test
    void theyAreForMavlinkOnly() {
        register(valid).statusCode(200);
        refused(valid.deepCopy().without(List.of("mavlinkSystemId", "mavlinkNetworks")))
                .body("errors.field", contains("/mavlinkSystemId", "/mavlinkNetworks"));
        refused(valid.deepCopy().put("mavlinkKey", KEY).put("protocol", Protocol.HTTP.name()))
                .body("errors.field", containsInAnyOrder("/mavlinkSystemId", "/mavlinkNetworks", "/mavlinkKey"))
                .body(not(containsString(KEY)));
        refused(valid.deepCopy().put("mavlinkSystemId", 255)).body("errors.field", contains("/mavlinkSystemId"));
    }

    @Test
    void eachNetworkThatIsNoneIsNamed() {
        refused(networks(List.of("10.20.0.0/16", "drones.example/32", "10.20.0.0/33", "10.20.0.1/16")))
                .body("errors.field", contains("/mavlinkNetworks/1", "/mavlinkNetworks/2", "/mavlinkNetworks/3"))
                .body("errors[0].message", containsString("CIDR"));
    }

    @Test
    void thereAreOneTo16Networks() {
        register(networks(Collections.nCopies(Registration.NETWORKS_MAX, "10.0.0.0/8")))
                .statusCode(200);
        refused(networks(Collections.nCopies(Registration.NETWORKS_MAX + 1, "10.0.0.0/8")))
                .body("errors.field", contains("/mavlinkNetworks"));
        refused(networks(List.of())).body("errors.field", contains("/mavlinkNetworks"));
        refused(valid.deepCopy()
                        .set("mavlinkNetworks", Json.MAPPER.createArrayNode().addNull()))
                .body("errors.field", contains("/mavlinkNetworks/0"));
    }

    @Test
    void aKeyThatIsNoneIsNamedAndNotRepeated() {
        for (String none : List.of(KEY.substring(1), KEY + "0", "x" + KEY.substring(1), "")) {
            refused(valid.deepCopy().put("mavlinkKey", none))
                    .body("errors", hasSize(1))
                    .body("errors.field", contains("/mavlinkKey"))
                    .body(not(containsString("2233445566")));
        }
        ObjectNode number = valid.deepCopy();
        number.put("mavlinkKey", new BigInteger("12345678".repeat(8)));
        refused(number).body("errors.field", contains("/mavlinkKey")).body(not(containsString("345678")));
        refused(valid.deepCopy().put("mavlinkKey", KEY + "\u0000"))
                .body("errors.field", contains("/mavlinkKey"))
                .body(not(containsString("2233445566")));
    }

    private JsonNode networks(List<String> networks) {
        return valid.deepCopy().set("mavlinkNetworks", Json.MAPPER.valueToTree(networks));
    }

    private static ValidatableResponse refused(JsonNode registration) {
        return register(registration).statusCode(400);
    }

    private static ValidatableResponse register(JsonNode registration) {
        return given().contentType(ContentType.JSON)
                .body(registration.toString())
                .put("/drones/numbered")
                .then();
    }
}
