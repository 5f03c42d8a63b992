package io.dronedelivery.chassis.channel;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** There is no broker in these tests. */
@QuarkusTest
class BrokerReadinessTest {

    @Test
    void withoutABrokerAServiceIsUpAndNotReady() {
        given().get("/q/health/live").then().statusCode(200);
        given().get("/q/health/ready")
                .then()
                .statusCode(503)
                .body("checks.find { it.name == 'The broker' }.status", equalTo("DOWN"));
    }
}
