package io.dronedelivery.gateway.web;

import static io.dronedelivery.gateway.standin.Requests.operator;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import com.fasterxml.jackson.databind.JsonNode;
import io.dronedelivery.contracts.Json;
import io.dronedelivery.gateway.docs.Described;
import io.dronedelivery.gateway.standin.ScriptedServices;
import io.dronedelivery.gateway.standin.ScriptedServices.Answer;
import io.dronedelivery.gateway.standin.ScriptedServices.Call;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = ScriptedServices.class, scope = TestResourceScope.RESTRICTED_TO_CLASS)
class FleetTest {
    /** The time-out, and as much again for a busy machine. */
    private static final Duration IN_TIME = Duration.ofSeconds(4);

    private static final String FLEET = """
            {"bases":[{"baseId":"north","name":"North","location":{"latitude":47.38,"longitude":8.54}}],
             "drones":[
              {"droneId":"drone-7","baseId":"north","model":"Hauler 3","availability":"ON_MISSION",
               "position":{"latitude":47.3832,"longitude":8.5281},"battery":71.5,"flightStatus":"AIRBORNE",
               "deliveryId":"d1","seenAt":"2026-11-20T14:03:41Z","added":"later"},
              {"droneId":"drone-8","baseId":"north","model":"Hauler 3","availability":"FREE"}]}""";

    @BeforeEach
    void aFleet() {
        told(FLEET);
    }

    private static void told(String fleet) {
        ConsoleServices.areWell();
        ConsoleServices.behave("drone", "/operations/fleet", _ -> new Answer(200, fleet));
    }

    @Test
    void theFleetIsToldInShort() {
        fleet("")
                .statusCode(200)
                .body("bases.id", contains("north"))
                .body("bases[0].name", equalTo("North"))
                .body("bases[0].location.latitude", equalTo(47.38f))
                .body("drones.id", contains("drone-7", "drone-8"))
                .body("drones[0].base", equalTo("north"))
                .body("drones[0].model", equalTo("Hauler 3"))
                .body("drones[0].availability", equalTo("ON_MISSION"))
                .body("drones[0].position.longitude", equalTo(8.5281f))
                .body("drones[0].battery", equalTo(71.5f))
                .body("drones[0].flightStatus", equalTo("AIRBORNE"))
                .body("drones[0].delivery", equalTo("d1"))
                .body("drones[0].seenAt", equalTo("2026-11-20T14:03:41Z"))
                .body("drones[1].keySet()", equalTo(Set.of("id", "base", "model", "availability")));
    }

    @Test
    void itIsAsItIsDescribed() {
        JsonNode answer = Json.read(fleet("").extract().asString(), JsonNode.class);
        assertThat(Described.faults(answer, "/components/schemas/FleetOverview"))
                .isEmpty();
    }

    @Test
    void whatANewerServiceSaysIsPassedOn() {
        told(FLEET.replace("ON_MISSION", "ASLEEP").replace("AIRBORNE", "HOVERING"));
        fleet("")
                .statusCode(200)
                .body("drones[0].availability", equalTo("ASLEEP"))
                .body("drones[0].flightStatus", equalTo("HOVERING"));
    }

    @Test
    void theServiceChoosesTheDrones() {
        fleet("?base=north%26south&availability=FREE").statusCode(200);
        fleet("").statusCode(200);
        assertThat(ScriptedServices.calls("drone"))
                .extracting(Call::uri)
                .containsExactly("/operations/fleet?base=north%26south&availability=FREE", "/operations/fleet");
        fleet("?availability=ASLEEP").statusCode(400).body("errors[0].field", equalTo("availability"));
    }

    @Test
    void withoutTheServiceThereIsNoFleet() {
        ConsoleServices.fails("drone");
        unavailable();
        ConsoleServices.behave("drone", "/operations/fleet", _ -> Answer.notFound());
        unavailable();
        ConsoleServices.behave("drone", "/operations/fleet", _ -> new Answer(200, FLEET, true));
        Instant begin = Instant.now();
        unavailable();
        assertThat(Duration.between(begin, Instant.now())).isLessThan(IN_TIME);
    }

    private static void unavailable() {
        fleet("").statusCode(503).contentType("application/problem+json").header("Retry-After", notNullValue());
    }

    private static ValidatableResponse fleet(String query) {
        return operator().get("/web/v1/fleet" + query).then();
    }
}
