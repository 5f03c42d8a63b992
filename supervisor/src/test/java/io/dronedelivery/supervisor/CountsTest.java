package io.dronedelivery.supervisor;

import static io.restassured.RestAssured.get;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;

import io.dronedelivery.supervisor.deadletter.DeadLetterClient;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CountsTest {
    private static final String TOPIC = "delivery.events";

    @Test
    void whatNeedsAPersonIsCountedByWhatItIs() {
        try (DeadLetterClient client = new DeadLetterClient()) {
            client.awaitFrom(client.send(TOPIC, new byte[] {'k'}, new byte[] {'?'}, Map.of()));
        }
        get("/operations/counts")
                .then()
                .statusCode(200)
                .body("alerts.keySet()", equalTo(Set.of("UNANSWERED_REQUEST", "OVERDUE_FLIGHT", "RECOVER_PARCEL")))
                .body("compensations.keySet()", equalTo(Set.of("UNDECIDED", "PARKED")))
                .body("deadLetters.'" + TOPIC + "'", greaterThanOrEqualTo(1));
    }
}
