package io.dronedelivery.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import io.dronedelivery.testing.edge.HostileRequests;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("nightly")
class HostileRequestsTest {

    @Test
    void areAnsweredInTheServicesOwnWords() {
        assertThat(HostileRequests.sendTo(RestAssured.port)).isEmpty();
    }
}
