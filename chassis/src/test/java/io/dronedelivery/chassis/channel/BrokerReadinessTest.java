package io.dronedelivery.chassis.channel;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** There is no broker in these tests. */
@QuarkusTest
class BrokerReadinessTest {
    @TestHTTPResource(value = "/health", management = true)
    private String health = "";

    @Test
    void withoutABrokerAServiceIsUpAndNotReady() {
        given().get(health + "/live").then().statusCode(200);
        given().get(health + "/ready")
                .then()
                .statusCode(503)
                .body("checks.find { it.name == 'The broker' }.status", equalTo("DOWN"));
    }
}
