package io.dronedelivery.testing.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import org.junit.jupiter.api.Test;

/** The test of every service with {@link HostileRequests}. */
public abstract class HostileRequestsContract {
    @Test
    public final void hostileRequestsAreAnsweredWithTheServicesOwnProblemDetails() {
        assertThat(HostileRequests.sendTo(RestAssured.port)).isEmpty();
    }
}
