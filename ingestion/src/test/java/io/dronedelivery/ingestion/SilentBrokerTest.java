package io.dronedelivery.ingestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.dronedelivery.contracts.Topic;
import io.dronedelivery.contracts.ingestion.DeliveryRequest;
import io.dronedelivery.ingestion.domain.Bodies;
import io.dronedelivery.testing.KafkaProbe;
import io.dronedelivery.testing.ManagementInterface;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The broker does not answer: what a client gets, and what its repeat gets when the broker is back. */
@QuarkusTest
@QuarkusTestResource(DeliveryStandIn.class) // as in the other test: one application serves both
class SilentBrokerTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    @Test
    void theOutcomeIsUnknownAndARepeatIsTheSameRequest() throws Exception {
        signal("STOP");
        String deliveryId;
        try {
            deliveryId = schedule()
                    .then()
                    .statusCode(503)
                    .contentType("application/problem+json")
                    .header("Retry-After", equalTo("2"))
                    .body("type", equalTo("http://localhost:8080/problems/outcome-unknown"))
                    .body("detail", containsString("same Idempotency-Key it is safe to repeat"))
                    .extract()
                    .path("deliveryId");
        } finally {
            signal("CONT");
        }

        String requestId = schedule()
                .then()
                .statusCode(202)
                .body("deliveryId", equalTo(deliveryId))
                .extract()
                .path("requestId");

        try (KafkaProbe probe = new KafkaProbe()) {
            List<DeliveryRequest> stored = probe.await(
                    Topic.DELIVERY_REQUESTS,
                    DeliveryRequest.class,
                    request -> request.deliveryId().equals(deliveryId),
                    1);
            assertThat(stored).extracting(DeliveryRequest::requestId).containsOnly(requestId);
        }
    }

    @Test
    void theServiceIsNotReadyMeanwhileAndStaysUp() throws Exception {
        awaitReadiness(200);
        signal("STOP");
        try {
            awaitReadiness(503);
            ManagementInterface.get("/health/live").then().statusCode(200);
        } finally {
            signal("CONT");
        }

        awaitReadiness(200);
        schedule().then().statusCode(202);
    }

    private static void awaitReadiness(int status) {
        await().atMost(TIMEOUT)
                .until(() -> ManagementInterface.get("/health/ready").statusCode() == status);
    }

    private static Response schedule() {
        return PublicApi.as("ann", "silent-broker").body(Bodies.ORDER).post(PublicApi.PATH);
    }

    /** Freezes the broker of the tests, or lets it go on. */
    private static void signal(String name) throws IOException, InterruptedException {
        ProcessHandle broker = ProcessHandle.current()
                .descendants()
                .filter(child -> child.info().commandLine().orElse("").contains("broker-logging"))
                .findFirst()
                .orElseThrow();
        assertThat(new ProcessBuilder("kill", "-" + name, String.valueOf(broker.pid()))
                        .start()
                        .waitFor())
                .isZero();
    }
}
