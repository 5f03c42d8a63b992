package io.dronedelivery.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.dronedelivery.testing.edge.HostileRequests;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import org.junit.jupiter.api.Test;

@QuarkusTest
class HostileRequestsTest {

    @Test
    void hostileRequestsAreAnsweredWithTheServicesOwnProblemDetails() {
        assertThat(HostileRequests.sendTo(RestAssured.port)).isEmpty();
    }
}
